import { formatMs } from '../ui/format/formatMs.ts';

/** A short duration for a reader, with three digits that count: `0.96 ns`, `12.4 µs`, `1.64 ms`; from 10 ms on as elsewhere. */
export function formatNs(ns: number): string {
  if (ns < 1_000) return `${ns.toFixed(ns < 100 ? 2 : 0)} ns`;
  if (ns < 999_500) return `${(ns / 1_000).toFixed(ns < 9_995 ? 2 : ns < 99_950 ? 1 : 0)} µs`;
  if (ns < 9_995_000) return `${(ns / 1e6).toFixed(2)} ms`;
  return formatMs(ns / 1e6);
}
