import { withLastRuns } from './lastRuns.ts';
import { lostRun } from './lostRun.ts';
import type { SessionData, TerminalState } from './sessionState.ts';

/**
 * The state once the server has begun a new session where the page asked for its old one (SPEC.md, O5): the server
 * was restarted, or the session had ended. A run that had said something is over; one of which nothing was heard is
 * left as it is, to be sent again.
 */
export function newSession(state: SessionData, now: number): SessionData {
  const { current, terminals } = state;
  const over = current && !current.done && current.events.length > 0;
  const next = {
    ...state,
    current: over ? lostRun(current, now, sessionGone) : current,
    background: null,
    terminals: { psql: gone(terminals.psql), shell: gone(terminals.shell) },
  };
  return withLastRuns(next, state);
}

const sessionGone =
  'The connection was lost during this run, and the server no longer has its session; it was probably restarted. Your files are unchanged. Press Run to start again.';
const programGone: TerminalState = {
  state: 'ended',
  message: 'This terminal’s session no longer exists.',
};

function gone(terminal: TerminalState): TerminalState {
  return terminal.state === 'none' || terminal.state === 'ended' ? terminal : programGone;
}
