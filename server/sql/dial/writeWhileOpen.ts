import type { Writable } from 'node:stream';

/** Writes to a process that may end at any time; `done` is called once, also where its input is closed and takes nothing. */
export function writeWhileOpen(stdin: Writable, bytes: Uint8Array, done: () => void): void {
  if (stdin.destroyed || stdin.writableEnded) {
    done();
    return;
  }
  let isOver = false;
  const over = () => {
    if (isOver) return;
    isOver = true;
    stdin.off('close', over);
    done();
  };
  stdin.once('close', over);
  stdin.write(bytes, over);
}
