import type { Socket } from 'node:net';
import { Writable } from 'node:stream';

export interface ProcessInput {
  readonly stdin: Writable;
  /** Whether the connection ended before it had taken all that was written. */
  leftUnread(): boolean;
}

/**
 * The process's stdin over its connection. A piece counts as written when the kernel has taken it, so no more waits here
 * than one piece and the stream's own buffer. When the connection ends, what waits is dropped and the stream is closed,
 * without an error: a process may end without reading all it is given.
 */
export function processInput(connection: Socket): ProcessInput {
  let unread = false;
  const stdin = new Writable({
    write: (piece, _encoding, done) => {
      connection.write(piece, (error) => {
        unread ||= Boolean(error);
        done();
      });
    },
    // Half-closes: the process sees the end of its input and goes on writing.
    final: (done) => {
      connection.end();
      done();
    },
  });
  // A write to a process that has ended is no failure of ours to report; `exit` tells of the end.
  stdin.on('error', () => {});
  connection.on('error', () => {});
  connection.once('close', () => stdin.destroy());
  return { stdin, leftUnread: () => unread };
}
