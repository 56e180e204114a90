/**
 * Four times the input of a scan that is linear takes four times as long; of a quadratic one, sixteen times. What lies between
 * is the noise of caches and of the garbage collector.
 */
const mostGrowth = 8;
/** A scan that takes less than this at its limit bothers nobody; the processor's time is counted in steps of 4 ms. */
const floorMs = 6;
const attempts = 5;

/**
 * Says how a scan's time grows faster than its input, or null where it does not. `input` makes an input of about a length;
 * `limit` is the longest that there can be. Lengths grow, so that even a scan that would take hours at the limit is told
 * soon.
 *
 * A busy machine makes it miss something rather than tell what is not so: the longer input counts by the time that this
 * thread had the processor, the shorter one by what the clock says, which is that time or more; of each the least of several.
 */
export function superLinear<Input>(
  input: (length: number) => Input,
  scan: (input: Input) => unknown,
  limit: number,
): string | null {
  for (const part of [16, 4, 1]) {
    const [shorter, longer] = [input(limit / part / 4), input(limit / part)];
    let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let attempt = 0; attempt < attempts; attempt++) {
      large = Math.min(
        large,
        cpuMs(() => scan(longer)),
      );
      if (large < floorMs) break;
      small = Math.min(
        small,
        clockMs(() => scan(shorter)),
      );
      if (attempt > 0 && large < small * mostGrowth) break;
    }
    if (large >= floorMs && large >= small * mostGrowth)
      return `${large.toFixed(1)} ms for ${limit / part} code units, ${small.toFixed(1)} ms for a quarter`;
  }
  return null;
}

/** What a call takes of this thread's processor time. */
export function cpuMs(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function clockMs(run: () => unknown): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}
