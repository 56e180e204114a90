import type { RunEvent } from '../../protocol/events/events.ts';
import { countOf } from '../ui/format/countOf.ts';
import { LocationButton } from '../ui/LocationButton.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { formatNs } from './formatNs.ts';

interface BenchTableProps {
  events: readonly RunEvent[];
  names: readonly string[];
  onReveal: (file: string, line: number, column: number) => void;
}

/** What Criterion found of each benchmark, with its 95 % confidence intervals. */
export function BenchTable({ events, names, onReveal }: BenchTableProps) {
  const results = new Map(
    events.flatMap((event) => (event.type === 'benchResult' ? [[event.name, event]] : [])),
  );
  return (
    <ScrollRegion as="section" aria-label="Benchmarks" className="overflow-x-auto">
      <table className="tabular-nums [&_:is(td,th)]:border-line [&_:is(td,th)]:border-b [&_:is(td,th)]:py-1 [&_:is(td,th)]:pr-6 [&_:is(td,th)]:text-left">
        <thead className="text-muted text-small">
          <tr>
            <th scope="col">Benchmark</th>
            <th scope="col">Median per call</th>
            <th scope="col">Mean</th>
            <th scope="col">Standard deviation</th>
            <th scope="col">Measured</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const result = results.get(name);
            const { file = null, line = null, median, mean, deviationNs } = result ?? {};
            return (
              <tr key={name}>
                <th scope="row" className="font-normal">
                  <span className="font-mono text-[12.5px]">{name}</span>{' '}
                  {file && line !== null && <LocationButton file={file} line={line} onReveal={onReveal} />}
                </th>
                {result?.error ? (
                  <td colSpan={4} className="whitespace-pre-wrap text-bad">
                    {result.error}
                  </td>
                ) : result ? (
                  <>
                    <td className="font-medium">{median && formatNs(median.ns)}</td>
                    <td>
                      {mean && formatNs(mean.ns)}{' '}
                      <span className="text-muted text-small">
                        {mean && `${formatNs(mean.low)} – ${formatNs(mean.high)}`}
                      </span>
                    </td>
                    <td>{deviationNs != null && formatNs(deviationNs)}</td>
                    <td className="text-muted text-small">
                      {countOf(result.samples, 'sample')} of {countOf(result.iterations, 'call')}, after{' '}
                      {result.warmUpMs / 1000} s of warm-up
                    </td>
                  </>
                ) : (
                  <td colSpan={4} className="text-faint">
                    not measured yet
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
