import { afterEach, beforeEach, expect, it } from 'vitest';
import { onContained } from '../base/contain.ts';
import { openPageThread, type PageThread } from './pageThread.ts';

let contained: string[] = [];
let thread: PageThread;
let stop = () => {};
beforeEach(async () => {
  contained = [];
  stop = onContained((door, error) => void contained.push(`${door}: ${error}`));
  const given = { dir: 'here', host: '127.0.0.1', port: 0, folders: [], starter: {} };
  const opened = await openPageThread(
    given,
    async (id) => ({ kind: 'gone', message: `${id} is gone` }),
    new URL('../../test/support/fakes/playedPageWorker.ts', import.meta.url),
  );
  if (!opened.ok) throw new Error(opened.error.message);
  thread = opened.value;
});
afterEach(async () => {
  await thread.close();
  stop();
});

it('has pages made by the thread, which asks the server for links', async () => {
  const made = await thread.render('/s/a', { accept: 'text/html' });
  expect(made).toMatchObject({ status: 200, headers: { 'content-type': 'text/html' } });
  expect(JSON.parse(made?.body.toString() ?? '')).toEqual({
    given: 'here',
    headers: { accept: 'text/html' },
    link: { ok: true, value: { kind: 'gone', message: '/s/a is gone' } },
  });
});

it('gives pictures as bytes', async () => {
  const png = await thread.draw({ title: '', code: '', result: '' });
  expect(png?.equals(Buffer.from([1, 2, 3]))).toBe(true);
});

it('throws what the thread has thrown, and contains what nobody caught there', async () => {
  await expect(thread.render('/broken', {})).rejects.toThrow('broken');
  expect(contained).toEqual([]);
  await thread.render('/uncaught', {});
  expect(contained).toEqual(['page: Error: a stack']);
});

it('has nothing for now where the thread has ended, or is closed', async () => {
  expect(await thread.render('/leave', {})).toBe(null);
  expect(await thread.render('/s/a', {})).toBe(null);
  expect(contained).toEqual([expect.stringContaining('exit code 1')]);
  await thread.close();
  expect(await thread.draw({ title: '', code: '', result: '' })).toBe(null);
});
