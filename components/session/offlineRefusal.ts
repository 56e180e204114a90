import type { Connection, Refusal } from './state/sessionState.ts';

/** Why a run cannot be started on a connection that is not open. */
export function offlineRefusal(connection: Connection): Refusal {
  return {
    kind: 'offline',
    message: words[connection.state],
    retryAt: 'nextTryAt' in connection ? connection.nextTryAt : null,
  };
}

const words: Record<Connection['state'], string> = {
  closed: 'Not connected to the server yet. Press Run again in a moment.',
  connecting: 'Still connecting to the server. Press Run again in a moment.',
  open: 'The connection was just lost. Press Run again when it is back.',
  reconnecting: 'The server can’t be reached. The page keeps trying; press Run again once it is connected.',
  offline: 'No network connection. Your files are safe; press Run again when you are back online.',
  draining: 'The server is restarting. The page reconnects automatically; press Run again in a moment.',
  replaced: 'This session is open in another tab. Choose “Use here” in the status bar, then press Run.',
  tooOld: 'This page is older than the server. Reload it; your files are safe.',
  broken: 'This page and the server use incompatible versions. Reload the page; your files are safe.',
};
