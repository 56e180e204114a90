import { expandVariables } from '../psql/expandVariables.ts';
import { PsqlState } from '../psql/PsqlState.ts';
import { runMeta } from '../psql/runMeta.ts';
import type { ScriptPart } from '../split/scriptPart.ts';
import { runStatement, type StatementTools } from './runStatement.ts';
import { graver, type StatementEnd } from './StatementEnd.ts';
import { tellRunning } from './tellRunning.ts';
import { withStatementContext } from './withStatementContext.ts';

/**
 * Runs the parts of a script one after the other, as psql would: each statement is a message of its own, and an error
 * ends the script only where ON_ERROR_STOP says so. Resolves to the gravest end of all parts.
 */
export async function runSqlScript(
  tools: StatementTools,
  parts: readonly ScriptPart[],
): Promise<StatementEnd> {
  const { environment, emit } = tools;
  const deadline = performance.now() + environment.limits.scriptMs;
  const psql = new PsqlState();
  let gravest: StatementEnd = { kind: 'ok' };
  for (const [index, part] of parts.entries()) {
    if (environment.signal.aborted) return { kind: 'cancelled' };
    if (part.kind === 'meta' && part.name === 'q') break;
    const left = deadline - performance.now();
    if (left <= 0) {
      const seconds = environment.limits.scriptMs / 1000;
      const message = `The script took over ${seconds} s. Statement ${index + 1} and later were not run.`;
      emit({ type: 'limit', what: 'time', message });
      return graver({ kind: 'limited', what: 'time' }, gravest);
    }
    const timeoutMs = Math.ceil(Math.min(environment.limits.statementMs, left));
    const named = { ...tools, emit: withStatementContext(emit, part, index) };
    using _running = tellRunning(emit, part, index);
    const end =
      part.kind === 'meta'
        ? await runMeta(named, { part, index, timeoutMs }, psql)
        : await runStatement(named, {
            ...part,
            index,
            sql: await expandVariables(environment, part, psql),
            timeoutMs,
          });
    gravest = graver(gravest, end);
    if (end.kind === 'lost' || end.kind === 'cancelled') return end;
    if ('sandboxUnusable' in end && end.sandboxUnusable) return end;
    if (end.kind !== 'ok' && psql.stopsAtError) break;
  }
  return gravest;
}
