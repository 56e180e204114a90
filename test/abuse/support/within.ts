import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until nothing is left to be said, or the time is over; returns what is said last. */
export async function within<T>(ms: number, look: () => Promise<T[]>): Promise<T[]> {
  const until = performance.now() + ms;
  for (;;) {
    const said = await look();
    if (said.length === 0 || performance.now() > until) return said;
    await sleep(250);
  }
}
