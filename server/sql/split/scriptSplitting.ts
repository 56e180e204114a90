import type { Result } from '../../../protocol/result.ts';
import type { Emit, StepEnd } from '../../ports/runPorts.ts';
import type { ScriptPart } from './scriptPart.ts';

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
      ? `Splitting this script into statements took too long, so it was not run. ${message} Try a shorter script.`
      : `Splitting this script into statements failed, so it was not run. ${message} Run again in a moment.`;
  emit({ type: 'limit', what: 'time', message: told });
  return { kind: 'limited', what: 'time' };
}
