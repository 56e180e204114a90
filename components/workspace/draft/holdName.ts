/** Between two requests for a name that another page has. */
const pauseMs = 100;

/**
 * Takes a lock of this browser by name and keeps it until the page is gone; false where another page has it each of
 * `tries` times. Only the browser's answers count: a time limit could pass on a busy page while the lock, long free, is
 * being handed over.
 */
export async function holdName(locks: LockManager, name: string, tries: number): Promise<boolean> {
  for (let left = tries; left > 0; left--) {
    if (await holdNow(locks, name)) return true;
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return false;
}

function holdNow(locks: LockManager, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock ? new Promise<never>(() => {}) : undefined;
    };
    locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(false));
  });
}
