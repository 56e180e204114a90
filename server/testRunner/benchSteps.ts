import { z } from 'zod';
import type { RunEventOf } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import { clipText } from '../base/clipText.ts';
import { parseJson } from '../base/parseJson.ts';
import type { BuildPort, ModeEnd, ModeWork, RunModeSteps } from '../ports/runPorts.ts';
import type { ScratchCall, ScratchDatabase, ScratchPort } from '../ports/testPorts.ts';
import { isOver } from './isOver.ts';
import { timeTwins } from './timeTwins.ts';

/** Criterion's three seconds of warm-up and five of measuring are usual, and then it reckons. */
const benchMs = 90_000;

/** Debug code's times would say nothing; cargo passes these to the project's own crate alone. */
const flags = ['-Copt-level=3', '-Ccodegen-units=1', '-Cdebug-assertions=off', '-Coverflow-checks=off'];

const compiled =
  'Your crate is compiled with opt-level 3, one codegen unit, and no debug assertions. pgrx and all other crates come precompiled from the image, without these settings and without link-time optimization, so their share of each call is slower here than in a release build.';

/**
 * The mode `bench`: compiles the project's own crate as for a release, and runs its `#[pg_bench]`s one after the other as
 * `cargo pgrx bench` does; or times a function against its twin.
 */
export function benchSteps(build: BuildPort, sql: ScratchPort): RunModeSteps {
  return async (work) => {
    const { context, request, database, releaseBuildSlot } = work;
    const features = request.twin ? [] : ['pg_bench'];
    const end = await build.build(context, request.files, { features, flags });
    releaseBuildSlot();
    if (end.kind !== 'installed') return { end, step: 'build' };
    await using scratch = sql.scratch(context, database, `${end.installed.name.slice(0, 50)}_benches`);
    const prepared = await scratch.prepare(end.installed, { extension: true });
    if (prepared.kind !== 'ok') return { end: prepared, step: 'sql' };
    if (request.twin) return await timeTwins(context.emit, scratch, request.twin, compiled);
    return await runBenches(work, scratch);
  };
}

async function runBenches({ context, request }: ModeWork, scratch: ScratchDatabase): Promise<ModeEnd> {
  const listed = await scratch.call(
    `SELECT substr(proname, 18) FROM pg_proc WHERE pronamespace = to_regnamespace('benches') AND proname LIKE '\\_\\_pgrx\\_bench\\_run\\_%' ORDER BY proname LIMIT ${limits.tests}`,
  );
  if (listed.end.kind !== 'ok') return { end: listed.end, step: 'sql' };
  const all = listed.rows.map(([name]) => name ?? '');
  const names = all.filter((name) => !request.only || request.only.includes(name));
  context.emit({ type: 'benchPlan', names, compiled });
  if (names.length === 0) return { end: { kind: 'failed', message: none }, step: 'checks' };
  let failed = 0;
  for (const name of names) {
    const call = await scratch.call(benchSql(name), { timeoutMs: benchMs });
    if (isOver(call.end)) return { end: call.end, step: 'sql' };
    const result = toResult(name, call);
    if (result.error !== null) failed++;
    const { file } = result;
    context.emit({ ...result, file: file !== null && file in request.files ? file : null });
  }
  if (failed === 0) return { end: { kind: 'ok' }, step: 'checks' };
  return {
    end: { kind: 'failed', message: `${failed} of ${names.length} benchmarks failed.` },
    step: 'checks',
  };
}

const none =
  'No benchmarks found. Add a function with #[pg_bench] to a module named benches, as in the starter’s src/lib.rs.';

/** The report without its samples and artifacts, which are too long for one value. */
function benchSql(name: string): string {
  const fn = `"benches"."__pgrx_bench_run_${name.replaceAll('"', '""')}"`;
  return `SELECT r - 'artifacts' - 'samples', jsonb_array_length(r->'samples'), (SELECT sum((s->>'iteration_count')::float8) FROM jsonb_array_elements(r->'samples') s) FROM (SELECT ${fn}(NULL)::jsonb AS r) AS report`;
}

const time = z.number().nonnegative();

/** Criterion's settings and five estimates; the value of a result, which is 8 KiB at most, holds no more anyway. */
const reportBounds = { depth: 16, values: 5_000 };

const report = z.object({
  status: z.enum(['ok', 'failed']),
  error_text: z.string().nullable(),
  source_file: z.string().max(512),
  source_line: z.int().positive(),
  criterion_config: z.object({ warm_up_time_ms: time }),
  estimates: z
    .array(
      z.object({
        estimate_kind: z.string(),
        point_estimate_ns: time,
        ci_lower_bound_ns: time.nullable(),
        ci_upper_bound_ns: time.nullable(),
      }),
    )
    .max(20),
});

function toResult(name: string, { end, rows, events }: ScratchCall): RunEventOf<'benchResult'> {
  const [text = null, samples, iterations] = rows[0] ?? [];
  const read = parseJson(text ?? '', reportBounds);
  const told = report.safeParse(end.kind === 'ok' && read.ok ? read.value : null);
  const abnormalEnd = events.find(({ type }) => type === 'crash' || type === 'limit' || type === 'sqlError');
  const error = told.success
    ? told.data.status === 'ok'
      ? null
      : (told.data.error_text ?? 'It failed.')
    : abnormalEnd && 'message' in abnormalEnd
      ? String(abnormalEnd.message)
      : 'Its report couldn’t be read.';
  const estimate = (kind: string) => {
    const found = told.data?.estimates.find(({ estimate_kind }) => estimate_kind === kind);
    if (!found) return null;
    const { point_estimate_ns: ns, ci_lower_bound_ns: low, ci_upper_bound_ns: high } = found;
    return { ns, low: low ?? ns, high: high ?? ns };
  };
  return {
    type: 'benchResult',
    name,
    error: error === null ? null : clipText(error, limits.textLength),
    file: told.data?.source_file ?? null,
    line: told.data?.source_line ?? null,
    median: estimate('median'),
    mean: estimate('mean'),
    deviationNs: estimate('std_dev')?.ns ?? null,
    samples: Number(samples ?? 0),
    iterations: Number(iterations ?? 0),
    warmUpMs: told.data?.criterion_config.warm_up_time_ms ?? 0,
  };
}
