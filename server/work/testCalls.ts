import { parentPort, workerData } from 'node:worker_threads';
import { serveCalls } from './serveCalls.ts';

/** What tests have a `CalledThread` do. */
if (workerData === 'never') await new Promise((resolve) => setTimeout(resolve, 60_000));
if (workerData === 'broken') throw new Error('broken on purpose');
if (parentPort) {
  const calls = serveCalls(parentPort, {
    double: (number: number) => ({ value: number * 2 }),
    askBack: async (id: string) => {
      const answer = await calls.ask('read', id);
      return { value: answer.ok ? answer.value : answer.error.kind };
    },
    hang: () => new Promise(() => {}),
    spin: () => {
      for (;;);
    },
    fill: () => {
      const all: string[][] = [];
      for (;;) all.push(new Array(100_000).fill('x'));
    },
    break: (message: string) => {
      throw new Error(message);
    },
    leave: (code: number) => process.exit(code),
    bytes: (length: number) => {
      const bytes = new Uint8Array(length).fill(7);
      return { value: bytes, move: [bytes.buffer] };
    },
  });
}
