import type { Socket } from 'node:net';
import { endSocket } from '../../base/endSocket.ts';
import { problemText } from '../../base/problemText.ts';

const problems: Record<string, [status: number, detail: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are over 16 KiB.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'A chunk extension is too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
};

/** What Node keeps at a socket while a response is being sent on it; it is not in its types. */
type Answering = Socket & { _httpMessage?: { headersSent: boolean } | null };

/**
 * Ends a socket on which something came that is no HTTP, or came too slowly. Node would cut it off at once, and who sends on
 * would not get to see why. It calls this again for whatever else comes on the same socket; false then.
 */
export function endWireFailure(error: NodeJS.ErrnoException, socket: Answering): boolean {
  if (socket.destroyed || socket.writableEnded) return false;
  // What comes behind a request that was to be the last one is left alone.
  if (error.code === 'HPE_CLOSED_CONNECTION' && socket._httpMessage) return false;
  // In the middle of an answer there is nothing to say that would not be taken for a part of it.
  if (!socket.writable || socket._httpMessage?.headersSent) {
    socket.destroySoon();
    return true;
  }
  const [status, detail] = problems[error.code ?? ''] ?? [400, 'The request isn’t valid HTTP.'];
  endSocket(socket, problemText(status, detail));
  return true;
}
