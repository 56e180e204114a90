import type { Result } from '../base/result.ts';
import type { Emit, StepEnd } from '../sessions/runPorts.ts';
import type { ScriptPart } from './splitScript.ts';

/**
 * Splits a script somewhere else than on the thread that serves everybody: Postgres's scanner and grammar take a second for
 * some scripts. `key` says whose turn it counts as.
 */
export type SplitScript = (
  script: string,
  key: string,
) => Promise<Result<ScriptPart[], { kind: string; message: string }>>;

/** Tells that a script was not split, and so not run. */
export function notSplit({ kind, message }: { kind: string; message: string }, emit: Emit): StepEnd {
  const told =
    kind === 'time'
      ? `Finding the statements of this script took too long, so none was run. ${message} Try a shorter one.`
      : `The statements of this script could not be found, so none was run. ${message} Run again in a moment.`;
  emit({ type: 'limit', what: 'time', message: told });
  return { kind: 'limited', what: 'time' };
}
