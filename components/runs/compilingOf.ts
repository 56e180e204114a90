import type { RunEventOf } from '../../protocol/events/events.ts';
import { isRunning } from '../session/state/isRunning.ts';
import type { SessionData } from '../session/state/sessionState.ts';

/** What was last told of dependencies that the run under way compiles; null where it does not, or no longer. */
export function compilingOf({ current }: Pick<SessionData, 'current'>): RunEventOf<'compiling'> | null {
  // While it builds, a run says little: looking through it takes no time.
  if (!isRunning({ current }) || current?.phases.at(-1)?.phase !== 'building') return null;
  return current.events.findLast((event) => event.type === 'compiling') ?? null;
}
