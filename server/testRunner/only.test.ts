import { expect, it } from 'vitest';
import { type RunEvent, runEvent } from '../../protocol/events/events.ts';
import type { RunRequest } from '../../protocol/project.ts';
import { fakeTestPorts } from '../../test/support/fakes/fakeTestPorts.ts';
import { installedCrate } from '../../test/support/installedCrate.ts';
import type { BuildPort, Installed, ModeEnd, RunModeSteps } from '../ports/runPorts.ts';
import type { HarnessPort, ScratchCall, ScratchPort } from '../ports/testPorts.ts';
import { benchSteps } from './benchSteps.ts';
import { regressSteps } from './regressSteps.ts';
import { testSteps } from './testSteps.ts';

const installed: Installed = {
  ...installedCrate,
  sql: ['one', 'two'].map((name) => `CREATE FUNCTION tests."${name}"() RETURNS void AS '';`).join('\n'),
};
const tests = `mod tests {
  #[pg_test] fn one() {}
  #[pg_test] fn two() {}
  #[test] fn plain() {}
}`;
const files = {
  'src/lib.rs': tests,
  ...Object.fromEntries(
    ['setup', 'first', 'second'].flatMap((name) => [
      [`tests/pg_regress/sql/${name}.sql`, ''],
      [`tests/pg_regress/expected/${name}.out`, ''],
    ]),
  ),
};

/** Which of the names fail, and whether the project compiles. */
interface Play {
  failing?: string;
  compiles?: boolean;
}

/** A mode's steps over ports that remember what they ran. */
function played({ failing = 'none', compiles = true }: Play = {}) {
  const ran: string[] = [];
  const build: BuildPort & HarnessPort = {
    build: async () => (compiles ? { kind: 'installed', installed } : { kind: 'failed' }),
    plainTests(context, project, names, onResult) {
      ran.push(...names);
      return fakeTestPorts.plainTests(context, project, names, onResult);
    },
  };
  const sql: ScratchPort = {
    scratch: (context, state, database) => ({
      ...fakeTestPorts.scratch(context, state, database),
      async call(statement): Promise<ScratchCall> {
        const nothing = { rows: [], ms: 1, events: [] };
        if (statement.includes('FROM pg_proc'))
          return { end: { kind: 'ok' }, ...nothing, rows: [['fast'], ['slow']] };
        const name = /(?:bench_run_|"tests"\.")(\w+)/.exec(statement)?.[1] ?? statement;
        ran.push(name);
        if (name === failing) return { end: { kind: 'failed' }, ...nothing };
        return { end: { kind: 'ok' }, ...nothing, rows: [[report, '1', '1']] };
      },
      async regress(names) {
        ran.push(...names);
        const verdict = (name: string) => ({
          name,
          ok: name !== failing,
          ms: 1,
          output: '',
          truncated: false,
        });
        return { kind: 'ok', verdicts: names.map(verdict) };
      },
    }),
  };
  return { build, sql, ran };
}

const report = JSON.stringify({
  status: 'ok',
  error_text: null,
  source_file: 'src/lib.rs',
  source_line: 1,
  criterion_config: { warm_up_time_ms: 1 },
  estimates: [],
});

type Mode = 'test' | 'regress' | 'bench';

async function run(mode: Mode, play: Play, only?: string[]) {
  const { build, sql, ran } = played(play);
  const steps: Record<Mode, RunModeSteps> = {
    test: testSteps(build, sql),
    regress: regressSteps(build, sql),
    bench: benchSteps(build, sql),
  };
  const request: RunRequest & { postgres: number } = { postgres: 17, files, sql: '', mode, only };
  const events: RunEvent[] = [];
  const sandbox = { id: 'mine', postgres: 17, labels: {} };
  const emit = (event: RunEvent) => void events.push(runEvent.parse(event));
  const end: ModeEnd = await steps[mode]({
    context: { sandbox, emit, signal: new AbortController().signal },
    request,
    database: { created: null, started: { settings: null, preload: null } },
    releaseBuildSlot() {},
  });
  return {
    ran,
    end,
    told: events.flatMap((event) => ('outcome' in event || 'median' in event ? [event] : [])),
  };
}

const all: [Mode, string[]][] = [
  ['test', ['one', 'two', 'tests::plain']],
  ['regress', ['setup', 'first', 'second']],
  ['bench', ['fast', 'slow']],
];

it.each(all)('[P6] a run of mode %s runs all where nothing is named', async (mode, names) => {
  const { ran, end, told } = await run(mode, {});
  expect(ran).toEqual(names);
  expect(told).toHaveLength(names.length);
  expect(end).toEqual({ end: { kind: 'ok' }, step: 'checks' });
});

it.each<[Mode, string[], string[]]>([
  ['test', ['tests::two'], ['two']],
  ['test', ['tests::plain'], ['tests::plain']],
  ['regress', ['second'], ['setup', 'second']],
  ['bench', ['slow'], ['slow']],
])('[P6] a run of mode %s runs of all only %j', async (mode, only, expected) => {
  const { ran, told } = await run(mode, {}, only);
  expect(ran).toEqual(expected);
  expect(told).toHaveLength(expected.length);
});

it.each<[Mode, string]>([
  ['test', 'two'],
  ['regress', 'second'],
  ['bench', 'slow'],
])('[P6] a run of mode %s has failed where one of them has', async (mode, failing) => {
  const { end } = await run(mode, { failing });
  expect(end).toMatchObject({ end: { kind: 'failed' }, step: 'checks' });
});

it('[P6] what is not run does not count', async () => {
  expect((await run('test', { failing: 'two' }, ['tests::one'])).end.end.kind).toBe('ok');
  expect((await run('bench', { failing: 'slow' }, ['fast'])).end.end.kind).toBe('ok');
});

it.each<Mode>(['test', 'regress', 'bench'])(
  '[P6] a run of mode %s runs nothing where the project does not compile',
  async (mode) => {
    const { end, ran, told } = await run(mode, { compiles: false });
    expect(end).toEqual({ end: { kind: 'failed' }, step: 'build' });
    expect([...ran, ...told]).toEqual([]);
  },
);
