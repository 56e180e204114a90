export interface Summary {
  n: number;
  median: number;
  p90: number;
  max: number;
}

/** The value that this share of the measurements does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle, the ninetieth percentile (nearest rank) and the largest of some measurements, in their own unit. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number) => percentile(sorted, share);
  const middle = sorted.length / 2;
  const median = Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
    : rank(0.5);
  return { n: sorted.length, median, p90: rank(0.9), max: sorted.at(-1) ?? Number.NaN };
}
