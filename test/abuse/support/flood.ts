import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Flood } from './floodWorker.ts';

/** Has pages on another thread say something, and waits until they are through. */
export async function flood(what: Flood): Promise<void> {
  const worker = new Worker(new URL('./floodWorker.ts', import.meta.url), { workerData: what });
  await once(worker, 'exit');
}
