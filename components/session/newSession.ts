import { lostRun } from './lostRun.ts';
import type { SessionData } from './sessionState.ts';

/**
 * The state once the server has begun a new session where the page asked for its old one (SPEC.md, O5): the server
 * was restarted, or the session had ended. A run that had said something is over; one of which nothing was heard is
 * left as it is, to be sent again.
 */
export function newSession(state: SessionData, now: number): SessionData {
  const { current, terminal } = state;
  const over = current && !current.done && current.events.length > 0;
  return {
    ...state,
    current: over ? lostRun(current, now, sessionGone) : current,
    terminal:
      terminal.state === 'none' || terminal.state === 'ended'
        ? terminal
        : { state: 'ended', message: psqlGone },
  };
}

const sessionGone =
  'The connection was lost during this run, and the server no longer has its session: it was probably restarted. Your files are as you left them. Press Run to start again.';
const psqlGone = 'The session that psql belonged to is gone.';
