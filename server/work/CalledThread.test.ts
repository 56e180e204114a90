import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteOpenResources } from '../../test/support/openResources.ts';
import { onContained } from '../base/contain.ts';
import { type CalledSettings, CalledThread } from './CalledThread.ts';

let contained: string[] = [];
let stop = () => {};
beforeEach(() => {
  contained = [];
  stop = onContained((door, error) => void contained.push(`${door}: ${error}`));
});
afterEach(() => stop());

const settings = (changed: Partial<CalledSettings> = {}): CalledSettings => ({
  module: new URL('./testCalls.ts', import.meta.url),
  given: null,
  memory: { maxOldGenerationSizeMb: 64 },
  answers: {},
  loadMs: 30_000,
  timeoutMs: 20_000,
  againMs: 0,
  ...changed,
});

async function open(changed: Partial<CalledSettings> = {}): Promise<CalledThread> {
  const opened = await CalledThread.open(settings(changed));
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** The thread that took its place has answered. */
const replaced = (thread: CalledThread) =>
  vi.waitFor(async () => expect(await thread.ask('double', 2)).toEqual({ ok: true, value: 4 }), 20_000);

test('answers, several at once, and asks back', async () => {
  await using thread = await open({
    answers: { read: async (id: string) => ({ value: { kind: 'found', id } }) },
  });
  const hanging = thread.ask('hang', null);
  expect(await thread.ask('double', 2)).toEqual({ ok: true, value: 4 });
  expect(await thread.ask('askBack', 'a')).toEqual({ ok: true, value: { kind: 'found', id: 'a' } });
  expect(await thread.ask('bytes', 3)).toEqual({ ok: true, value: new Uint8Array([7, 7, 7]) });
  await thread[Symbol.asyncDispose]();
  expect(await hanging).toMatchObject({ ok: false, error: { kind: 'closed' } });
});

test('says what was thrown, on either side, and goes on', async () => {
  await using thread = await open({
    answers: {
      read: () => {
        throw new Error('the store');
      },
    },
  });
  expect(await thread.ask('break', 'so')).toMatchObject({
    ok: false,
    error: { kind: 'failed', message: 'Error: so' },
  });
  expect(await thread.ask('nothing', null)).toMatchObject({ ok: false, error: { kind: 'failed' } });
  expect(await thread.ask('double', () => {})).toMatchObject({ ok: false, error: { kind: 'failed' } });
  expect(await thread.ask('askBack', 'a')).toEqual({ ok: true, value: 'failed' });
  expect(await thread.ask('double', 2)).toEqual({ ok: true, value: 4 });
  expect(contained).toEqual([]);
});

test.each(['spin', 'hang'])('replaces one that takes too long: %s', async (name) => {
  await using thread = await open({ timeoutMs: 200 });
  const asked = [thread.ask(name, null), thread.ask('hang', null)];
  for (const answer of await Promise.all(asked))
    expect(answer).toMatchObject({ ok: false, error: { kind: 'busy' } });
  expect(await thread.ask('double', 2)).toMatchObject({ ok: false, error: { kind: 'busy' } });
  expect(contained[0]).toMatch(/^page: .*took over 0.2 s/);
  await replaced(thread);
});

test.each([
  ['leave', 'exit code 3'],
  ['fill', 'ERR_WORKER_OUT_OF_MEMORY'],
])('replaces one that ends by itself: %s', async (name, how) => {
  await using thread = await open();
  const asked = [thread.ask(name, 3), thread.ask('hang', null)];
  for (const answer of await Promise.all(asked))
    expect(answer).toMatchObject({ ok: false, error: { kind: 'busy' } });
  expect(contained).toEqual([expect.stringContaining(how)]);
  await replaced(thread);
});

test('starts one at most so often', async () => {
  await using thread = await open({ againMs: 3_600_000 });
  expect(await thread.ask('leave', 1)).toMatchObject({ error: { kind: 'busy' } });
  expect(await thread.ask('double', 2)).toMatchObject({ ok: false, error: { kind: 'busy' } });
  await thread[Symbol.asyncDispose]();
  expect(await thread.ask('double', 2)).toMatchObject({ ok: false, error: { kind: 'closed' } });
});

test.each([
  ['broken', 'broken on purpose'],
  ['never', 'it did not load'],
])('says why the first cannot be had, and leaves nothing: %s', async (given, why) => {
  const opened = noteOpenResources();
  const answer = await CalledThread.open(settings({ given, loadMs: given === 'never' ? 300 : 30_000 }));
  expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining(why) } });
  expect(await opened()).toEqual([]);
});

test('leaves no thread and no timer when it is closed, whatever was under way', async () => {
  const opened = noteOpenResources();
  const thread = await open();
  const asked = [thread.ask('spin', null), thread.ask('double', 1)];
  await thread[Symbol.asyncDispose]();
  for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ error: { kind: 'closed' } });
  expect(await opened()).toEqual([]);
});
