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
  closed: 'The page is not connected to the server yet. Press Run again in a moment.',
  connecting: 'The page is still connecting to the server. Press Run again in a moment.',
  open: 'The connection was lost just now. Press Run again when it is back.',
  reconnecting: 'The server cannot be reached. The page keeps trying; press Run again when it is connected.',
  offline: 'This computer has no network. Your files are kept; press Run again when it is back.',
  draining: 'The server is being restarted. The page reconnects by itself; press Run again in a moment.',
  replaced: 'This session is open in another tab. Take it back here, then press Run.',
  tooOld: 'This page is older than the server. Reload it: your files are kept.',
  broken: 'This page and the server do not understand each other. Reload the page: your files are kept.',
};
