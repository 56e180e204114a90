import { setTimeout as delay } from 'node:timers/promises';

/** How long a closed socket may take to be gone. */
const settleMs = 3_000;

/** What keeps the process alive now (sockets, timers, child processes), by kind. */
function count(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Notes what is open now; the function it returns says what has been opened since and is open still. */
export function noteOpenResources(): () => Promise<string[]> {
  const before = count();
  const added = () =>
    [...count()]
      .filter(([kind, now]) => now > (before.get(kind) ?? 0))
      .map(([kind, now]) => `${kind}: ${now}`);
  return async () => {
    const deadline = performance.now() + settleMs;
    // The pause is itself a timer while it lasts, so it is over before the next look.
    while (added().length > 0 && performance.now() < deadline) await delay(50);
    return added();
  };
}
