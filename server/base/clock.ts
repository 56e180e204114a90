import { guard } from './contain.ts';

/** Time, given from outside so that tests can set it. */
export interface Clock {
  /**
   * Whole milliseconds since some moment of the past. It never goes back and never jumps, whatever is done to the
   * machine's date, so the difference of two of them is how long something took.
   */
  now(): number;
  /** Calls back once after `ms`; returns how to call it off, which may be called at any time. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Math.floor(performance.now()),
  after(ms, callback) {
    const timer = setTimeout(guard, ms, 'timer', callback);
    return () => clearTimeout(timer);
  },
};

/**
 * The machine's date, for what people read and what is stored. It can be set back or forward at any moment: nothing
 * waits for it, and nothing is measured by it.
 */
export const date = (): Date => new Date();
