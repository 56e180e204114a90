import type { LinkTimes } from './measure/measureLinks.ts';
import type { Line } from './report.ts';
import { percentile, summarise } from './stats.ts';

/** What a link is to answer in a second on two cores, and in which time, in seconds. */
const leastRate = 500;
const mostP99 = 0.05;

/** The report's lines of what was measured of links; each figure of a link has health's beside it. */
export function linkLines({ closed, paced, shares, bytesOfDifferent, bytesOfSame }: LinkTimes): Line[] {
  const p99 = (ms: readonly number[]) => percentile(ms, 0.99) / 1000;
  return [
    ...closed.map(
      ({ what, clients, asked }): Line => ({
        what: `opening ${what}, ${clients} at once`,
        value: asked.rate,
        unit: '/s',
        target: what === 'health' || clients === 1 ? null : leastRate,
        note: `median ${summarise(asked.ms).median.toFixed(1)} ms, p99 ${(1000 * p99(asked.ms)).toFixed(1)} ms`,
      }),
    ),
    ...paced.map(
      ({ what, asked }): Line => ({
        what: `p99 of ${what}, 200 clients, 500 a second`,
        value: p99(asked.ms),
        unit: 's',
        target: what === 'health' ? null : mostP99,
        note: `median ${summarise(asked.ms).median.toFixed(1)} ms, ${Math.round(asked.rate)} a second came`,
      }),
    ),
    {
      what: 'sharing, 10 at once',
      value: summarise(shares).median / 1000,
      unit: 's',
      target: null,
      note: `p99 ${(1000 * p99(shares)).toFixed(1)} ms`,
    },
    { what: 'store, each link of its own text', value: bytesOfDifferent / 1000, unit: 'kB', target: null },
    { what: 'store, each link of the same text', value: bytesOfSame / 1000, unit: 'kB', target: null },
  ];
}
