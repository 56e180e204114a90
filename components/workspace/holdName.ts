/**
 * Takes a lock of this browser by name and keeps it until the page is gone. False where another page has it, after
 * waiting for it as long as `patienceMs`.
 */
export function holdName(locks: LockManager, name: string, patienceMs: number): Promise<boolean> {
  const forever = new Promise<never>(() => {});
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock ? forever : undefined;
    };
    const asked =
      patienceMs > 0
        ? locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, hold)
        : locks.request(name, { ifAvailable: true }, hold);
    asked.catch(() => resolve(false));
  });
}
