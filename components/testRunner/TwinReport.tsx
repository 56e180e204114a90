'use client';
import type { TwinRequest } from '../../protocol/events/benchEvents.ts';
import type { RunEvent, RunEventOf } from '../../protocol/events/events.ts';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { formatNs } from './formatNs.ts';
import { TwinPlot } from './TwinPlot.tsx';

interface TwinReportProps {
  plan: RunEventOf<'twinPlan'>;
  events: readonly RunEvent[];
  twin: TwinRequest | undefined;
}

const number = new Intl.NumberFormat('en');
const time = (ms: number) => formatNs(ms * 1e6);

/** What the two took over growing numbers of calls, as a plot and in figures. */
export function TwinReport({ plan, events, twin }: TwinReportProps) {
  const points = events.filter((event) => event.type === 'twinPoint');
  const { differ, compared, warmUps, runs } = plan;
  return (
    <div className="space-y-2">
      {differ ? (
        <p className="border-warn border-l-2 bg-warn-soft px-3 py-1">
          Results differ: for x = {differ.x}, Rust returns <code>{differ.rust ?? 'NULL'}</code> and the
          equivalent returns <code>{differ.twin ?? 'NULL'}</code>.
        </p>
      ) : (
        <p className="text-muted">Results are the same for each x from 1 to {number.format(compared)}.</p>
      )}
      <p className="text-muted text-small">
        Median of {runs} alternating runs each, after {warmUps} warm-up runs. The band spans the fastest to
        the slowest run. Each run is one newly planned statement, timed by Postgres.
      </p>
      {points.length > 1 && <TwinPlot points={points} />}
      <ScrollRegion as="section" aria-label="Times compared" className="overflow-x-auto">
        <table className="tabular-nums [&_:is(td,th)]:border-line [&_:is(td,th)]:border-b [&_:is(td,th)]:py-0.5 [&_:is(td,th)]:pr-6 [&_:is(td,th)]:text-left">
          <thead className="text-small">
            <tr>
              <th scope="col">Calls</th>
              <th scope="col" className="text-rust">
                Rust: {twin?.rust}
              </th>
              <th scope="col" className="text-pg">
                Equivalent: {twin?.twin}
              </th>
              <th scope="col">Equivalent / Rust</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ size, rust, twin: other }) => (
              <tr key={size}>
                <th scope="row" className="font-normal">
                  {number.format(size)}
                </th>
                {[rust, other].map(({ median, low, high }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: there are always these two
                  <td key={index}>
                    <span className="font-medium">{time(median)}</span>{' '}
                    <span className="text-muted text-small">
                      {time(low)} – {time(high)}
                    </span>
                  </td>
                ))}
                <td>{rust.median > 0 ? (other.median / rust.median).toFixed(2) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
