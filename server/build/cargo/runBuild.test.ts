import { expect, it, vi } from 'vitest';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { type FakeProgram, startFakeProcess } from '../../../test/support/fakes/fakeProcess.ts';
import { defaultBuildLimits } from '../buildLimits.ts';
import { runBuild } from './runBuild.ts';

const line = (text: string) => `${text}\n`;
const ended = line('{"playground":"mark","code":0}');

async function build(
  program: FakeProgram,
  emitted: (event: RunEvent) => void = () => {},
  limits = defaultBuildLimits,
) {
  const { exec } = startFakeProcess(program, ['sh'], {}, { postgres: 17 });
  const kill = vi.spyOn(exec, 'kill');
  const events: RunEvent[] = [];
  const emit = (event: RunEvent) => {
    events.push(event);
    emitted(event);
  };
  const task = { files: {}, mark: 'mark', why: 'because', limits, emit, onCargoEnd: () => {} };
  const end = runBuild(exec, task);
  return { end, events, kill };
}

/** Writes again and again, until it is ended. */
const endless =
  (text: string): FakeProgram =>
  async ({ stdout, ended: gone }) => {
    while (!gone.aborted)
      if (!stdout.write(text)) await new Promise((resolve) => stdout.once('drain', resolve));
    return 0;
  };

it('reads to the end, and tells of messages that could not be read', async () => {
  const deep = `{"reason":"compiler-message","message":${'['.repeat(10_000)}`;
  const { end, events } = await build(({ stdout }) => {
    stdout.write(line(deep) + line('word') + ended + line('answer'));
    return 0;
  });
  expect(await end).toMatchObject({ code: 0, answer: 'answer', stopped: null });
  const said = events.map((event) => (event.type === 'log' ? event.text : event.type)).join('');
  expect(said).toContain('word\n');
  expect(said).toContain('1 more compiler messages were omitted.');
});

it.each([
  ['{}', 2_000],
  ['word', 2_000],
  ['{"reason":"compiler-artifact"}', 2_000],
  ['{"reason":"compiler-message","message":{}}', 500],
])('ends a build that says %s without end, with others’ turns in between', async (text, times) => {
  // More lines than may be: the cheapest of those that may take less than one turn.
  const limits = { ...defaultBuildLimits, lines: 10_000_000, messageBytes: 2 ** 30, busyMs: 200 };
  const { end, kill } = await build(endless(line(text).repeat(times)), () => {}, limits);
  let turns = 0;
  const turn = () => {
    turns += 1;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  expect(await end).toMatchObject({ code: null, stopped: 'output' });
  clearImmediate(next);
  expect(kill).toHaveBeenCalledExactlyOnceWith('KILL');
  expect(turns).toBeGreaterThan(2);
});

it('ends the build, and throws, where something goes wrong over what it says', async () => {
  const bug = new Error('a bug');
  let isFirst = true;
  const { end, kill } = await build(endless(line('word')), () => {
    if (!isFirst) return;
    isFirst = false;
    throw bug;
  });
  await expect(end).rejects.toBe(bug);
  expect(kill).toHaveBeenCalledWith('KILL');
});

const bar = (done: number) => `    Building [==>   ] ${done}/30: serde\r\u001b[K`;

it('[E8] tells when dependencies are compiled, and gives them time of their own', async () => {
  vi.useFakeTimers();
  try {
    const limits = { ...defaultBuildLimits, buildMs: 1_000, dependenciesMs: 5_000 };
    const { end, events } = await build(
      async ({ stderr, stdout, ended: gone }) => {
        stderr.write('   Compiling inner v0.1.0 (/work/project/inner)\n');
        stderr.write(`\u001b[1m\u001b[92m   Compiling\u001b[0m serde v1.0.228\n`);
        await new Promise((resolve) => setTimeout(resolve, 10));
        stderr.write(bar(10) + bar(11));
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        stderr.write(bar(20));
        if (gone.aborted) return 1;
        stdout.write(ended);
        return 0;
      },
      () => {},
      limits,
    );
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await end).toMatchObject({ code: 0, stopped: null, compiledDependencies: true });
    const compiling = { type: 'compiling', why: 'because' };
    expect(events.filter(({ type }) => type === 'compiling')).toEqual([
      { ...compiling, done: 0, total: null },
      { ...compiling, done: 10, total: 30 },
      { ...compiling, done: 20, total: 30 },
    ]);
    const said = events.map((event) => (event.type === 'log' ? event.text : '')).join('');
    expect(said).not.toContain('Building');
  } finally {
    vi.useRealTimers();
  }
});

it('says nothing of dependencies where only the project’s crates are compiled', async () => {
  const { end, events } = await build(({ stderr, stdout }) => {
    stderr.write(
      '   Compiling inner v0.1.0 (/work/project/inner)\n   Compiling a (only its sources have changed)\n',
    );
    stdout.write(ended);
    return 0;
  });
  expect(await end).toMatchObject({ compiledDependencies: false });
  expect(events.filter(({ type }) => type === 'compiling')).toEqual([]);
});
