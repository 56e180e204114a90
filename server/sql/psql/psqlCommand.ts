import { limits } from '../../../protocol/limits.ts';
import type { Result } from '../../../protocol/result.ts';
import { type RunFailure, runToEnd } from '../../ports/runToEnd.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';

export interface PsqlAnswer {
  text: string;
  truncated: boolean;
  failed: boolean;
}

/** How psql is told to start a program: `\\!`, a pipe, backticks, or COPY. */
const startsPrograms = /[!|`]|\bprogram\b/i;

/** The name by which psql's connections are known, so that one that does not end can be found. */
export const psqlName = 'playground-psql';

/**
 * Has real psql answer one backslash command, on a connection of its own. `before` are the lines that set its variables
 * and its way of printing; what they print is left out.
 */
export async function psqlCommand(
  { port, sandbox, signal }: SqlEnvironment,
  input: string,
  before: readonly string[],
  timeoutMs: number,
): Promise<Result<PsqlAnswer, RunFailure>> {
  // Both outputs as one, so that errors stay in their place.
  const argv = ['sh', '-c', 'exec psql -X -q -U postgres -h /tmp -d playground -v ON_ERROR_STOP=1 2>&1'];
  const ended = await runToEnd(port, sandbox, argv, {
    input: [...before, '\\set QUIET off', input, ''].join('\n'),
    env: { PGAPPNAME: psqlName, PGCLIENTENCODING: 'UTF8', PAGER: '', COLUMNS: '120' },
    keepBytes: limits.resultBytes,
    timeoutMs,
    signal,
    leavesNothing: startsPrograms.test(input) || before.some((line) => startsPrograms.test(line)),
  });
  if (!ended.ok) return ended;
  const { code, stdout, truncated } = ended.value;
  const text = stdout.replace(/^psql:(?:<stdin>:\d+:)? (?:error: )?/gm, '').slice(0, limits.resultBytes);
  return { ok: true, value: { text, truncated, failed: code !== 0 } };
}
