import { create } from 'zustand';
import { logTail } from './logTail.ts';

interface ServerLog {
  text: string;
  /** `waiting` until there is a container whose log can be followed. */
  state: 'waiting' | 'live' | 'ended';
  /** Why nothing more comes. */
  problem: string | null;
}

/** What the session's Postgres has logged, as far as this page has looked. It outlives the pane, so that a copy has it. */
export const useServerLog = create<ServerLog>()(() => ({ text: '', state: 'waiting', problem: null }));

export function logArrived(text: string, fresh: boolean): void {
  useServerLog.setState((now) => ({
    text: logTail(fresh ? text : now.text + text),
    state: 'live',
    problem: null,
  }));
}

export function logEnded(problem: string | null): void {
  useServerLog.setState({ state: problem === null ? 'waiting' : 'ended', problem });
}

export function clearLog(): void {
  useServerLog.setState({ text: '' });
}
