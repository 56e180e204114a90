import type { RunRequest } from '../../protocol/project.ts';
import { isRunning } from '../session/state/isRunning.ts';
import type { SessionData } from '../session/state/sessionState.ts';
import { isBuildOf, stalled } from './nextStep.ts';

/** What goes on in the background, in a word or two; null where it is not worth one. */
export function typingText(
  session: SessionData,
  request: RunRequest | null,
): { text: string; canCancel?: boolean; isWarning?: boolean } | null {
  const { background, checked, current } = session;
  const mode = background?.request?.mode;
  if (background && !background.done && (mode === 'lint' || mode === 'format'))
    return { text: mode === 'lint' ? 'Linting…' : 'Formatting…', canCancel: true };
  if (!request || isRunning(session)) return null;
  if (stalled(session, request)) {
    const limit = checked?.events.find((event) => event.type === 'limit');
    return { text: `${limit?.message ?? 'The check was stopped.'} Run checks again.`, isWarning: true };
  }
  const isRunSince = (current?.startedAt ?? 0) > (background?.startedAt ?? 0);
  const isAhead = mode === 'prepare' && background?.done?.outcome === 'ok' && !isRunSince;
  return isAhead && isBuildOf(background, request) ? { text: 'Ready to run' } : null;
}
