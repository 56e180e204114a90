import type { SqlError } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import type { Emit } from '../../ports/runPorts.ts';
import type { RustSources } from './rustSources.ts';
import { startFailure } from './startFailure.ts';

/** Tells the log of a Postgres that did not start. */
export function tellStartLog(log: string, emit: Emit): void {
  if (log !== '') emit({ type: 'log', stream: 'postgres', text: clipText(log, limits.textLength) });
}

/** The error of a Postgres that does not start with `what`, with the reason and the Rust line that its log gives. */
export function startError(
  log: string,
  sources: RustSources,
  { what, detail, hint }: { what: string; detail: string; hint: string },
): SqlError {
  const failure = startFailure(log, sources);
  return {
    type: 'sqlError',
    index: -1,
    statement: '',
    severity: 'FATAL',
    // config_file_error
    sqlstate: 'F0000',
    message: `Postgres doesn’t start with ${what}${failure ? `: ${failure.message}` : '.'}`,
    detail,
    hint: failure?.place ? inInit : hint,
    where: null,
    position: null,
    file: failure?.place?.file ?? null,
    line: failure?.place?.line ?? null,
  };
}

/** What to do about a preloaded library that keeps Postgres from starting. */
export const inInit = 'Correct _PG_init, which runs while Postgres starts, then run again.';
