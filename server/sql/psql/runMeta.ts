import type { SqlError } from '../../../protocol/events/events.ts';
import { type StatementTools, unreachable } from '../script/runStatement.ts';
import type { StatementEnd } from '../script/StatementEnd.ts';
import type { ScriptPart } from '../split/scriptPart.ts';
import { unsupportedCommand } from '../split/unsupportedCommand.ts';
import { killPsqlBackends } from './killPsqlBackends.ts';
import type { PsqlState } from './PsqlState.ts';
import { psqlCommand } from './psqlCommand.ts';

export interface MetaStatement {
  part: Extract<ScriptPart, { kind: 'meta' }>;
  index: number;
  timeoutMs: number;
}

/** Answers a backslash command of the script, as real psql does, and keeps what it changes in psql's state. */
export async function runMeta(
  { environment, emit }: StatementTools,
  { part, index, timeoutMs }: MetaStatement,
  state: PsqlState,
): Promise<StatementEnd> {
  const unsupported = unsupportedCommand(part.name);
  if (unsupported) {
    emit(refusal(part, index, unsupported));
    return { kind: 'failed' };
  }
  const began = performance.now();
  const answer = await psqlCommand(environment, part.input, state.lines, timeoutMs);
  const ms = performance.now() - began;
  if (!answer.ok) {
    const { kind, message } = answer.error;
    if (kind === 'time' || kind === 'cancelled') await killPsqlBackends(environment);
    if (kind === 'time') {
      const seconds = timeoutMs / 1000;
      emit({
        type: 'limit',
        what: 'time',
        message: `\\${part.name} took over ${seconds} s and was stopped.`,
      });
      return { kind: 'limited', what: 'time' };
    }
    return unreachable({ kind: kind === 'lost' ? 'engine' : kind, message }, emit);
  }
  const { text, truncated, failed } = answer.value;
  emit({
    type: 'statement',
    index,
    sql: part.text,
    offset: part.offset,
    command: `\\${part.name}`.slice(0, 200),
    rowCount: null,
    columns: [],
    rows: [],
    truncated,
    ms,
    text,
  });
  if (failed) return { kind: 'failed' };
  state.take(part);
  return { kind: 'ok' };
}

function refusal(part: MetaStatement['part'], index: number, hint: string): SqlError {
  return {
    type: 'sqlError',
    index,
    statement: part.text,
    offset: part.offset,
    severity: 'ERROR',
    // feature_not_supported
    sqlstate: '0A000',
    message: `\\${part.name} can’t be used in a script.`,
    detail: null,
    hint,
    where: null,
    position: null,
    file: null,
    line: null,
  };
}
