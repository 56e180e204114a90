import { channel } from 'node:diagnostics_channel';

/** Where one person's data, or a timer, comes into the server's own code. */
export const doors = [
  'frame',
  'feature',
  'run',
  'stream',
  'connection',
  'language',
  'container',
  'timer',
  'request',
  'page',
  'upgrade',
  'process',
] as const;
export type Door = (typeof doors)[number];

interface Contained {
  door: Door;
  error: unknown;
}

const contained = channel('pgrx-playground:contained');

/**
 * Tells of a bug that came up while one person's data was handled, and that ended no more than what this person did. It is
 * logged and counted, wherever in the server it was; without anybody who listens it is thrown, so that no test misses it.
 */
export function contain(door: Door, error: unknown): void {
  if (contained.hasSubscribers) contained.publish({ door, error } satisfies Contained);
  else
    process.nextTick(() => {
      throw error;
    });
}

/** Hears of all that is contained in this process; returns how to stop. */
export function onContained(hear: (door: Door, error: unknown) => void): () => void {
  const listener = (message: unknown) => {
    const { door, error } = message as Contained;
    hear(door, error);
  };
  contained.subscribe(listener);
  return () => {
    contained.unsubscribe(listener);
  };
}

/** Lets a promise go on by itself. What it rejects with is contained; then `failed` mends what waits for it. */
export function letRun(door: Door, work: Promise<unknown>, failed: () => void = () => {}): void {
  work.catch((error: unknown) => {
    contain(door, error);
    failed();
  });
}

/** A promise that is awaited some time from now: what it rejects with is thrown there, and is not unhandled until then. */
export function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** Calls it; what it throws is contained, and then `failed` is called. */
export function guard(door: Door, work: () => void, failed: () => void = () => {}): void {
  try {
    work();
  } catch (error) {
    contain(door, error);
    failed();
  }
}
