import { parentPort, workerData } from 'node:worker_threads';
import { serveCalls } from '../../../server/work/serveCalls.ts';

/** Plays the thread that makes pages: a page tells what it was asked, and what the server says of the link in its address. */
if (parentPort) {
  const calls = serveCalls(parentPort, {
    render: async ({ address, headers }: { address: string; headers: Record<string, string> }) => {
      if (address === '/leave') process.exit(1);
      if (address === '/broken') throw new Error('broken');
      if (address === '/uncaught') await calls.ask('contained', 'a stack');
      const link = await calls.ask('readSnippet', address);
      const body = new TextEncoder().encode(JSON.stringify({ given: workerData.dir, headers, link }));
      return { value: { status: 200, headers: { 'content-type': 'text/html' }, body }, move: [body.buffer] };
    },
    draw: () => ({ value: new Uint8Array([1, 2, 3]) }),
  });
}
