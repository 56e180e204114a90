import type { TwinRequest } from '../../protocol/events/benchEvents.ts';
import { limits } from '../../protocol/limits.ts';
import { clipText } from '../base/clipText.ts';
import type { Emit, ModeEnd } from '../ports/runPorts.ts';
import type { ScratchCall, ScratchDatabase } from '../ports/testPorts.ts';

const sizes = [10, 100, 1_000, 10_000, 100_000];
const warmUps = 2;
const runs = 9;
/** So many inputs are compared before anything is timed. */
const compared = 1_000;
/** Where one run takes longer, ten times as many calls are not tried. */
const longMs = 500;
/** All runs of one size. */
const sizeMs = 60_000;

/**
 * Times two expressions of `x` in Postgres itself, run about, so that what disturbs the machine disturbs both. A run is
 * one statement that is prepared anew and calls the expression once for each x from 1 on.
 */
const measure = `CREATE FUNCTION pg_temp.playground_ms(one text, other text, warm_ups int, runs int) RETURNS SETOF float8[] LANGUAGE plpgsql AS $playground$
DECLARE began timestamptz; between_ timestamptz; ended timestamptz;
BEGIN
  FOR run IN 1 .. warm_ups + runs LOOP
    began := clock_timestamp();
    EXECUTE one;
    between_ := clock_timestamp();
    EXECUTE other;
    ended := clock_timestamp();
    IF run > warm_ups THEN
      RETURN NEXT ARRAY[extract(epoch FROM between_ - began) * 1000, extract(epoch FROM ended - between_) * 1000];
    END IF;
  END LOOP;
END $playground$`;

/** A function and its twin: whether they give the same, then how long each takes over growing numbers of calls. */
export async function timeTwins(
  emit: Emit,
  scratch: ScratchDatabase,
  { rust, twin, setup }: TwinRequest,
  compiled: string,
): Promise<ModeEnd> {
  const before = [setup.trim().replace(/;$/, ''), measure].filter((text) => text !== '').join(';\n');
  const told = (call: ScratchCall): ModeEnd => {
    for (const event of call.events) if (event.type !== 'notice') emit(event);
    return { end: call.end, step: 'sql' };
  };
  const differences = await scratch.call(
    `SELECT x, rust, twin FROM (SELECT x, (${rust}\n)::text AS rust, (${twin}\n)::text AS twin FROM generate_series(1, ${compared}) AS x) AS both_ WHERE rust IS DISTINCT FROM twin ORDER BY x LIMIT 1`,
    { setup: before, timeoutMs: sizeMs },
  );
  if (differences.end.kind !== 'ok') return told(differences);
  const [first] = differences.rows;
  const clip = (text: string | null | undefined) => (text ? clipText(text, limits.textLength) : null);
  const differ = first ? { x: first[0] ?? '', rust: clip(first[1]), twin: clip(first[2]) } : null;
  emit({ type: 'twinPlan', sizes, warmUps, runs, compiled, differ, compared });
  for (const size of sizes) {
    const statement = (expression: string) =>
      `$playground_x$SELECT count((${expression}\n)) FROM generate_series(1, ${size}) AS x$playground_x$`;
    const timed = await scratch.call(
      `SELECT t[1], t[2] FROM pg_temp.playground_ms(${statement(rust)}, ${statement(twin)}, ${warmUps}, ${runs}) AS t`,
      { setup: before, timeoutMs: sizeMs },
    );
    if (timed.end.kind !== 'ok') return told(timed);
    const point = { rust: spread(timed.rows, 0), twin: spread(timed.rows, 1) };
    emit({ type: 'twinPoint', size, ...point });
    if (Math.max(point.rust.median, point.twin.median) > longMs) break;
  }
  return { end: { kind: 'ok' }, step: 'checks' };
}

function spread(rows: readonly (string | null)[][], column: number) {
  const times = rows.map((row) => Math.max(0, Number(row[column]))).toSorted((a, b) => a - b);
  const at = (index: number) => times[index] ?? 0;
  return { median: at(Math.floor(times.length / 2)), low: at(0), high: at(times.length - 1) };
}
