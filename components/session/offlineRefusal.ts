import type { Connection, Refusal } from './state/sessionState.ts';

/** What a run waits for while there is no connection, in words. */
export const waitingTexts = {
  closed: 'The page is connecting to the server.',
  connecting: 'The page is connecting to the server.',
  open: 'The connection was just lost.',
  reconnecting: 'The server can’t be reached; the page keeps trying.',
  offline: 'There is no network connection.',
  draining: 'The server is restarting.',
};

type Waiting = Extract<Connection, { state: keyof typeof waitingTexts }>;

/** Whether the page connects again by itself, so that a run can wait for that. */
export function comesBack(connection: Connection): connection is Waiting {
  return connection.state in waitingTexts;
}

const words = {
  replaced: 'This session is open in another tab. Choose “Use here” in the status bar, then press Run.',
  tooOld: 'This page is older than the server. Reload it; your files are safe.',
  broken: 'This page and the server use incompatible versions. Reload the page; your files are safe.',
};

/** Why a run cannot be started on a connection that does not come back by itself. */
export function offlineRefusal({ state }: Exclude<Connection, Waiting>): Refusal {
  return { kind: 'offline', message: words[state], retryAt: null };
}

/** Why a page is not connected, in words. */
export function whyNotConnected(connection: Connection): string {
  return comesBack(connection) ? waitingTexts[connection.state] : words[connection.state];
}
