import type { Duplex } from 'node:stream';

/** How long a peer may take to read the last words and to close, in milliseconds. */
const lingerMs = 1_000;

/**
 * Says the last words on a socket and closes it. What the peer still sends is thrown away: closing with unread bytes would
 * reset the connection, and the peer might never see the words. A peer that does not close its side is cut off.
 */
export function endSocket(socket: Duplex, words: string): void {
  socket.on('error', () => socket.destroy());
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(timer));
  socket.end(words);
  socket.resume();
}
