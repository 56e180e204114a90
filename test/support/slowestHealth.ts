import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Flood } from './floodWorker.ts';

/** Does it while somebody else asks for health again and again; the longest that this took, in milliseconds. */
export async function slowestHealth(url: string, abuse: () => Promise<unknown>): Promise<number> {
  let slowest = 0;
  let goesOn = true;
  const asking = (async () => {
    while (goesOn) {
      const began = performance.now();
      await (await fetch(`${url}/api/v1/health`)).text();
      slowest = Math.max(slowest, performance.now() - began);
      await sleep(10);
    }
  })();
  try {
    await abuse();
  } finally {
    goesOn = false;
    await asking;
  }
  return slowest;
}

/** Has pages on another thread say something, and waits until they are through. */
export async function flood(what: Flood): Promise<void> {
  const worker = new Worker(new URL('./floodWorker.ts', import.meta.url), { workerData: what });
  await once(worker, 'exit');
}
