import { guard } from './contain.ts';

/** Time, given from outside so that tests can set it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after `ms`; returns how to call it off, which may be called at any time. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(guard, ms, 'timer', callback);
    return () => clearTimeout(timer);
  },
};
