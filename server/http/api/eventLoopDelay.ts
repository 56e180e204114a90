import { createHistogram } from 'node:perf_hooks';

/** How often the loop is looked at, in milliseconds. */
const everyMs = 10;

export interface LoopDelay {
  /** In seconds, since the last time that it was asked. */
  max: number;
  p99: number;
}

/**
 * Measures how long the thread that serves all keeps them waiting. Node's own monitor misses what comes right after it was
 * reset.
 */
export function watchEventLoop(): { ask: () => LoopDelay; close: () => void } {
  const histogram = createHistogram();
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    // In nanoseconds, of which the least that it takes is 1.
    histogram.record(Math.max(1, Math.round((now - last - everyMs) * 1e6)));
    last = now;
  };
  const looking = setInterval(look, everyMs);
  looking.unref();
  const ask = () => {
    look();
    const delay = { max: histogram.max / 1e9, p99: histogram.percentile(99) / 1e9 };
    histogram.reset();
    return delay;
  };
  return { ask, close: () => clearInterval(looking) };
}
