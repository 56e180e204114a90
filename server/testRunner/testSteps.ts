import { limits } from '../../protocol/limits.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { ok, type Result } from '../../protocol/result.ts';
import { type RustTest, rustTests } from '../../protocol/rust/rustTests.ts';
import { clipText } from '../base/clipText.ts';
import type { BuildPort, Installed, ModeEnd, ModeWork, RunModeSteps } from '../ports/runPorts.ts';
import type { HarnessPort, ScratchDatabase, ScratchPort } from '../ports/testPorts.ts';
import { isOver } from './isOver.ts';
import { judge } from './judge.ts';
import { macroNote, macroTests } from './macroTests.ts';
import { SqlNames } from './sqlNames.ts';
import { testConfiguration } from './testConfiguration.ts';

/** Finds a project's tests, somewhere else than on the thread that serves everybody; `key` says whose turn it counts as. */
export type FindTests = (
  files: ProjectFiles,
  key: string,
) => Promise<Result<RustTest[], { message: string }>>;

const findHere: FindTests = async (files) => ok(rustTests(files));

const notFound = 'The server was too busy to find the project’s tests. Try again in a moment.';

/** The database that `cargo pgrx test` makes has this name too. */
const database = 'pgrx_tests';

/**
 * The mode `test`: builds the project with its feature `pg_test`, calls each `#[pg_test]` in a database of its own, and
 * runs each `#[test]` by cargo's harness, which is not needed for the others.
 */
export function testSteps(
  build: BuildPort & HarnessPort,
  sql: ScratchPort,
  find: FindTests = findHere,
): RunModeSteps {
  return async (work) => {
    const { context, request, database: state, releaseBuildSlot } = work;
    const { emit } = context;
    const wanted = request.only && new Set(request.only);
    const isAsked = ({ name }: RustTest) => !wanted || wanted.has(name);
    try {
      const found = await find(request.files, context.sandbox.id);
      if (!found.ok) return { end: { kind: 'failed', message: notFound }, step: 'build' };
      const written = found.value;
      await using scratch = sql.scratch(context, state, database);
      const end = await build.build(context, request.files, { features: ['pg_test'] });
      if (end.kind !== 'installed') return { end, step: 'build' };
      const { settings, notes } = testConfiguration(request.files);
      const installed = { ...end.installed, settings: joined(end.installed.settings, settings) };
      const names = new SqlNames(installed.sql);
      // What no feature has compiled is no test.
      const known = new Set(written.flatMap((test) => names.of(test) ?? []));
      const made = macroTests(request.files, installed.sql, known).filter(isAsked);
      const tests = [
        ...written.filter(isAsked).filter((test) => test.kind === 'test' || names.of(test) !== null),
        ...made,
      ].slice(0, limits.tests);
      emit({
        type: 'testPlan',
        tests: tests.map((test) => ({
          name: clipText(test.name, limits.testNameLength),
          kind: test.kind,
          file: test.file,
          line: test.line,
          ...(made.includes(test) && { made: true as const }),
        })),
        notes: [...notes, ...macroNote(request.files, made)],
      });
      const plain = tests.filter(({ kind }) => kind === 'test');
      if (plain.length === 0) releaseBuildSlot();
      return await tryTests(work, { build, scratch, installed, names, tests, plain });
    } finally {
      releaseBuildSlot();
    }
  };
}

interface Trying {
  build: HarnessPort;
  scratch: ScratchDatabase;
  installed: Installed;
  names: SqlNames;
  tests: readonly RustTest[];
  plain: readonly RustTest[];
}

async function tryTests(
  { context, request }: ModeWork,
  { build, scratch, installed, names, tests, plain }: Trying,
): Promise<ModeEnd> {
  const inPostgres = tests.filter(({ kind }) => kind === 'pg_test');
  let failed = 0;
  if (inPostgres.length > 0) {
    const prepared = await scratch.prepare(installed, { extension: true });
    if (prepared.kind !== 'ok') return { end: prepared, step: 'sql' };
  }
  for (const test of inPostgres) {
    const fn = names.of(test) ?? test.fn;
    const call = test.ignored ? null : await scratch.call(`SELECT "tests"."${fn}"()`, { name: test.name });
    if (call && isOver(call.end)) return { end: call.end, step: 'sql' };
    const result = judge(test, call);
    if (result.outcome === 'failed') failed++;
    context.emit(result);
  }
  if (inPostgres.some(({ ignored }) => !ignored)) {
    for (const [name, text] of await scratch.logs()) context.emit({ type: 'testOutput', name, text });
  }
  if (plain.length > 0) {
    const places = new Map(plain.map((test) => [test.name, test]));
    const end = await build.plainTests(context, request.files, [...places.keys()], (result) => {
      if (result.outcome === 'failed') failed++;
      const { file, line } = places.get(result.name) ?? { file: null, line: null };
      const at = /panicked at (src\/\S+?):(\d+):/.exec(result.printed);
      const place = at?.[1] && at[1] in request.files ? { file: at[1], line: Number(at[2]) } : { file, line };
      context.emit({ type: 'testResult', error: null, notices: [], ...result, ...place });
    });
    if (end.kind !== 'ok') return { end, step: 'checks' };
  }
  if (failed === 0) return { end: { kind: 'ok' }, step: 'checks' };
  const message = `${failed} of ${tests.length} tests failed.`;
  return { end: { kind: 'failed', message }, step: 'checks' };
}

function joined(own: string | null, more: readonly string[]): string | null {
  return more.length === 0 ? own : [...(own === null ? [] : [own]), ...more].join('\n');
}
