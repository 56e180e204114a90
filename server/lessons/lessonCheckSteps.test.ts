import { expect, it } from 'vitest';
import { parseChecks } from '../../lessons/parseChecks.ts';
import { type RunEvent, type RunEventOf, runEvent } from '../../protocol/events/events.ts';
import { installedCrate as installed } from '../../test/support/installedCrate.ts';
import type { BuildPort, ModeEnd, SqlPort } from '../ports/runPorts.ts';
import { lessonCheckSteps } from './lessonCheckSteps.ts';

const sandbox = { id: 'mine', postgres: 17, labels: {} };
const checkOf = (name: string, sql: string, output: string) =>
  `## ${name}\n\nA word.\n\n\`\`\`sql\n${sql}\n\`\`\`\n\n\`\`\`output\n${output}\n\`\`\`\n`;
const hiddenTest = `## It has a test\n\n\`\`\`rust\n#[pg_test]\nfn secret_test() { assert!(secret_rust()); }\n\`\`\`\n`;

interface Played {
  end: ModeEnd;
  events: RunEvent[];
  checks: RunEventOf<'lessonCheck'>[];
  /** The containers in which something was built or run, and the scripts. */
  places: string[];
  scripts: string[];
}

/** Checks some code where each statement answers with its own text; `refused` is what rustc says where it finds this. */
async function play(
  checks: string,
  refused: string | null = null,
  lesson = 'course/01-one',
): Promise<Played> {
  const events: RunEvent[] = [];
  const places: string[] = [];
  const scripts: string[] = [];
  const build: BuildPort = {
    async build({ sandbox: { id }, emit }, files) {
      places.push(id);
      emit({ type: 'phase', phase: 'building' });
      const ok = refused === null || !files['src/lib.rs']?.includes(refused);
      if (!ok) emit(error(`${refused} is wrong`));
      emit({ type: 'build', ok, ms: 1 });
      return ok ? { kind: 'installed', installed } : { kind: 'failed' };
    },
  };
  const sql = {
    open: ({ sandbox: { id }, emit }) => ({
      async execute(_installed, script) {
        places.push(id);
        scripts.push(script);
        emit({ type: 'extension', action: 'created', name: 'my_extension', version: '0.0.0', sql: '' });
        for (const [index, line] of script.split('\n').entries()) emit(statement(index, line));
        return { kind: 'ok' };
      },
      async [Symbol.asyncDispose]() {},
    }),
  } as Pick<SqlPort, 'open'> as SqlPort;
  const problem = (line: number, message: string) => expect.fail(`${line}: ${message}`);
  const found = { postgres: null, checks: parseChecks(checks, problem) };
  const steps = lessonCheckSteps(build, sql, async (name) =>
    name === 'course/01-one' ? ({ name, ...found } as never) : null,
  );
  const end = await steps({
    context: { sandbox, emit: (event) => void events.push(runEvent.parse(event)), signal: signal() },
    request: { postgres: 17, files: { 'src/lib.rs': 'own code' }, sql: '', mode: 'lessonCheck', lesson },
    database: { created: null, started: { settings: null, preload: null } },
    releaseBuildSlot() {},
  });
  return {
    end,
    events,
    places,
    scripts,
    checks: events.filter(({ type }) => type === 'lessonCheck') as never,
  };
}

const signal = () => new AbortController().signal;

function statement(index: number, sql: string): RunEvent {
  const answer = {
    columns: [{ name: 'said', type: 'text' }],
    rows: [[`answer to ${sql}`]],
    truncated: false,
  };
  return { type: 'statement', index, sql, command: 'SELECT', rowCount: 1, ms: 0, ...answer };
}

function error(message: string): RunEvent {
  const place = { file: 'src/lib.rs', line: 1, column: 1, endLine: 1, endColumn: 2 };
  const words = { code: null, message, rendered: message, suggestions: [] };
  return { type: 'diagnostic', severity: 'error', ...words, ...place };
}

const holds = checkOf('It answers', 'select secret_one;', 'said\nanswer to select secret_one;');
const doesNot = checkOf('It answers otherwise', 'select secret_two;', 'said\nsecret_wish');

it('[L1] tells each check in order and how many there are, all in the session’s own container', async () => {
  const { checks, places } = await play(holds + doesNot + holds);
  expect(checks.map(({ index, of, name, ok }) => [index, of, name, ok])).toEqual([
    [0, 3, 'It answers', true],
    [1, 3, 'It answers otherwise', false],
    [2, 3, 'It answers', true],
  ]);
  expect(new Set(places)).toEqual(new Set(['mine']));
});

it('[L2] tells of what a check asks nothing as long as it holds', async () => {
  const { events, scripts } = await play(holds + hiddenTest);
  expect(scripts.join()).toContain('secret_one');
  expect(scripts.join()).toContain('secret_test');
  expect(JSON.stringify(events)).not.toContain('secret');
});

it('[L2] tells of a check that has failed what was expected and what came', async () => {
  const { events, checks } = await play(holds + doesNot);
  expect(checks[1]).toMatchObject({
    message: 'A word.',
    sql: 'select secret_two;',
    expected: 'said\nsecret_wish',
    got: 'said\nanswer to select secret_two;',
  });
  expect(JSON.stringify(events.filter((event) => event !== checks[1]))).not.toContain('secret');
});

it('[L2] tells what rustc says to a check’s own Rust with that check alone', async () => {
  const { events, checks, end } = await play(holds + hiddenTest, 'secret_rust');
  expect(checks.map(({ ok, got }) => [ok, got])).toEqual([
    [true, null],
    [false, 'secret_rust is wrong'],
  ]);
  expect(JSON.stringify(events.filter((event) => event !== checks[1]))).not.toContain('secret');
  expect(end).toEqual({ end: { kind: 'failed' }, step: 'checks' });
});

// What `done` then says is held by runOutcome.test.ts.
it('[L3] is well where all checks hold, and failed at its checks where one does not', async () => {
  expect((await play(holds + holds)).end).toEqual({ end: { kind: 'ok' }, step: 'checks' });
  expect((await play(doesNot + holds)).end).toEqual({ end: { kind: 'failed' }, step: 'checks' });
});

it('[L3] has failed at its checks where there is no such lesson, and then nothing is built', async () => {
  const { end, places } = await play(holds, null, 'course/02-none');
  expect(end).toMatchObject({ end: { kind: 'failed' }, step: 'checks' });
  expect(places).toEqual([]);
});

it('[L3] tries no check where the files do not compile', async () => {
  const { end, checks, scripts } = await play(holds, 'own code');
  expect(end).toEqual({ end: { kind: 'failed' }, step: 'build' });
  expect(checks).toEqual([]);
  expect(scripts).toEqual([]);
});
