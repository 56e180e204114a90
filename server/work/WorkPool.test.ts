import { expect, test } from 'vitest';
import { noteOpenResources } from '../../test/support/openResources.ts';
import type { TaskRules } from './taskRules.ts';
import type { TestTasks } from './testTasks.ts';
import { type PoolSettings, WorkPool } from './WorkPool.ts';

const small = { timeoutMs: 10_000, isSmall: () => true };
const large = { timeoutMs: 10_000, isSmall: () => false };
const rules: TaskRules<TestTasks> = {
  double: small,
  spin: { ...large, timeoutMs: 300 },
  fill: large,
  break: small,
  leave: small,
  giveFunction: small,
  swallow: small,
  count: small,
  spend: small,
};

const open = (settings: Partial<PoolSettings<TestTasks>> = {}) =>
  new WorkPool<TestTasks>({ module: new URL('./testTasks.ts', import.meta.url), rules, ...settings });

test('does tasks on its threads', async () => {
  await using pool = open();
  const answers = await Promise.all([1, 2, 3].map((number) => pool.run('double', number, 'a')));
  expect(answers).toEqual([2, 4, 6].map((value) => ({ ok: true, value })));
});

test('gives up a task that takes too long, and does the next on a new thread', async () => {
  await using pool = open({ rules: { ...rules, double: large } });
  const late = pool.run('spin', '', 'a');
  const next = pool.run('double', 1, 'b');
  expect(await late).toMatchObject({ ok: false, error: { kind: 'time', message: 'It took over 0.3 s.' } });
  expect(await next).toEqual({ ok: true, value: 2 });
});

test('does small tasks while all that is hostile waits for its time to pass', async () => {
  await using pool = open({ rules: { ...rules, spin: { ...large, timeoutMs: 60_000 } } });
  const hostile = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => pool.run('spin', '', key));
  // Were they in one line, this would take six minutes.
  for (let number = 0; number < 50; number++)
    expect(await pool.run('double', number, 'neighbour')).toEqual({ ok: true, value: 2 * number });
  await pool[Symbol.asyncDispose]();
  for (const answer of await Promise.all(hostile))
    expect(answer).toMatchObject({ error: { kind: 'closed' } });
});

test('lets a key whose task has taken long wait for the others', async () => {
  await using pool = open({ rules: { ...rules, double: large } });
  const order: string[] = [];
  const note = (what: string) => () => void order.push(what);
  await Promise.all([
    pool.run('spin', '', 'hostile').then(note('given up')),
    pool.run('double', 1, 'hostile').then(note('hostile')),
    pool.run('double', 1, 'neighbour').then(note('neighbour')),
    pool.run('double', 2, 'neighbour').then(note('neighbour')),
  ]);
  expect(order).toEqual(['given up', 'neighbour', 'neighbour', 'hostile']);
});

test('takes so much of one key, and so much in all', async () => {
  await using pool = open({
    most: 3,
    mostOfKey: 2,
    rules: { ...rules, spin: { ...large, timeoutMs: 60_000 } },
  });
  // Nothing is taken out of the line before the threads are loaded.
  const asked = ['a', 'a', 'a', 'b', 'b'].map((key) => pool.run('spin', key, key));
  const busy = { ok: false, error: { kind: 'busy' } };
  expect(await Promise.race([asked[2], asked[0]])).toMatchObject(busy);
  expect(await Promise.race([asked[4], asked[3]])).toMatchObject(busy);
});

test('does not let a task wait without end', async () => {
  await using pool = open({ waitMs: 50, rules: { ...rules, spin: { ...large, timeoutMs: 60_000 } } });
  void pool.run('spin', '', 'a');
  void pool.run('spin', '', 'b');
  expect(await pool.run('spin', '', 'c')).toMatchObject({ ok: false, error: { kind: 'busy' } });
});

test.each([
  ['throws', 'break', 'no good', 'no good'],
  ['ends its thread', 'leave', 3, 'exit code 3'],
  ['gives what cannot be cloned', 'giveFunction', null, 'could not be cloned'],
  ['is given what cannot be cloned', 'swallow', () => {}, 'could not be cloned'],
  ['uses up its memory', 'fill', null, 'ERR_WORKER_OUT_OF_MEMORY'],
] as const)('tells of a task that %s, and goes on', async (_what, name, input, message) => {
  await using pool = open({ memory: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 } });
  const failed = await pool.run(name, input as never, 'a');
  expect(failed).toMatchObject({ ok: false, error: { kind: 'failed' } });
  expect(!failed.ok && failed.error.message).toContain(message);
  expect(await pool.run('double', 2, 'a')).toEqual({ ok: true, value: 4 });
});

test('replaces a thread that says it is spent, after its answer', async () => {
  await using pool = open({ rules: { ...rules, count: large, spend: large } });
  expect(await pool.run('count', null, 'a')).toEqual({ ok: true, value: 1 });
  const [answer, next] = await Promise.all([pool.run('spend', null, 'a'), pool.run('count', null, 'a')]);
  expect(answer).toEqual({ ok: true, value: 1 });
  expect(next).toEqual({ ok: true, value: 1 });
  expect(await pool.run('count', null, 'a')).toEqual({ ok: true, value: 2 });
});

test('fails what waits where no thread can be had', async () => {
  await using pool = open({ module: new URL('./no-such-module.ts', import.meta.url), waitMs: 200 });
  expect(await pool.run('double', 2, 'a')).toMatchObject({ ok: false, error: { kind: 'busy' } });
});

test('leaves no thread and no timer when it is closed, whatever was under way', async () => {
  const opened = noteOpenResources();
  const pool = open();
  const asked = [pool.run('spin', '', 'a'), pool.run('spin', '', 'b'), pool.run('double', 1, 'c')];
  await pool[Symbol.asyncDispose]();
  for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ error: { kind: 'closed' } });
  expect(await pool.run('double', 1, 'a')).toMatchObject({ ok: false, error: { kind: 'closed' } });
  expect(await opened()).toEqual([]);
});
