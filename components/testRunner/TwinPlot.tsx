'use client';
import { useTheme } from 'next-themes';
import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { RunEventOf } from '../../protocol/events/events.ts';
import { formatNs } from './formatNs.ts';

const height = 240;
/** On a scale of powers there is no zero; Postgres's clock tells microseconds. */
const least = 0.001;

/** Times over numbers of calls, both on scales of powers of ten. Its figures stand in the table below it. */
export function TwinPlot({ points }: { points: readonly RunEventOf<'twinPoint'>[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const { resolvedTheme } = useTheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    let ended = false;
    let end = () => {};
    // What draws is not for everybody who opens the page. Where it does not come, the table has the figures.
    import('uplot').then(
      ({ default: Plot }) => {
        if (!ended && frame.current) end = draw(Plot, frame.current, points);
      },
      () => {},
    );
    return () => {
      ended = true;
      end();
    };
  }, [points.length, resolvedTheme]);

  return (
    <figure className="max-w-[60rem]">
      <div ref={frame} aria-hidden style={{ height }} />
      <figcaption className="flex gap-4 text-small">
        <span className="text-rust">━ Rust</span>
        <span className="text-pg">━ Equivalent</span>
      </figcaption>
    </figure>
  );
}

/** Draws the plot into `box`, as wide as that is; returns what takes it away. */
function draw(
  Plot: typeof uPlot,
  box: HTMLDivElement,
  points: readonly RunEventOf<'twinPoint'>[],
): () => void {
  const style = getComputedStyle(box);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const of = (pick: (point: RunEventOf<'twinPoint'>) => number) =>
    points.map((point) => Math.max(least, pick(point)));
  const data: uPlot.AlignedData = [
    points.map(({ size }) => size),
    of(({ rust }) => rust.low),
    of(({ rust }) => rust.high),
    of(({ rust }) => rust.median),
    of(({ twin }) => twin.low),
    of(({ twin }) => twin.high),
    of(({ twin }) => twin.median),
  ];
  const edge: uPlot.Series = { points: { show: false }, width: 0 };
  const line = (label: string, name: string): uPlot.Series => ({ label, stroke: colour(name), width: 2 });
  // A canvas takes no font from the page.
  const font = `12px ${style.fontFamily}`;
  const axis = {
    font,
    labelFont: font,
    stroke: colour('--muted'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  };
  const plot = new Plot(
    {
      width: box.clientWidth,
      height,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, distr: 3 }, y: { distr: 3 } },
      series: [{}, edge, edge, line('Rust', '--rust'), edge, edge, line('Equivalent', '--pg')],
      bands: [
        { series: [2, 1], fill: colour('--rust-soft') },
        { series: [5, 4], fill: colour('--pg-soft') },
      ],
      axes: [
        { ...axis, label: 'calls', labelSize: 18, values: (_, values) => values.map(power) },
        {
          ...axis,
          size: 70,
          values: (_, values) => values.map((ms) => (power(ms) === '' ? '' : formatNs(ms * 1e6))),
        },
      ],
    },
    data,
    box,
  );
  const sizes = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height }));
  sizes.observe(box);
  return () => {
    sizes.disconnect();
    plot.destroy();
  };
}

/** Powers of ten are written, what is between them is not. */
function power(value: number | null): string {
  if (value === null) return '';
  const exponent = Math.log10(value);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9 ? String(value) : '';
}
