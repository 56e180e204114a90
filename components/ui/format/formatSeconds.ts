/** Seconds with one decimal, of the same width while they count up: `0.6 s`. `ms` is in milliseconds. */
export function formatSeconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}
