import { formatMs } from '../ui/formatMs.ts';

/** A short duration for a reader: `0.96 ns`, `12.4 µs`; from a tenth of a millisecond on as elsewhere. */
export function formatNs(ns: number): string {
  if (ns < 1_000) return `${ns.toFixed(ns < 100 ? 2 : 0)} ns`;
  if (ns < 99_950) return `${(ns / 1_000).toFixed(ns < 10_000 ? 2 : 1)} µs`;
  return formatMs(ns / 1e6);
}
