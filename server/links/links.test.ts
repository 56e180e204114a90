import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newSnippet, openStore } from '../../test/support/storeQuestions.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-links-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'links.db');

const links = (...words: string[]) => linksOf(file(), ...words);

function linksOf(store: string, ...words: string[]) {
  const env = { ...process.env, PLAYGROUND_STORE: store, DATABASE_URL: undefined };
  return promisify(execFile)(process.execPath, [join(import.meta.dirname, 'linksCommand.ts'), ...words], {
    env,
  });
}

it('blocks a link at once and shows it again, while the server has the store open', async () => {
  await using store = await openStore({ kind: 'sqlite', file: file() });
  const added = await store.add(newSnippet, 's');
  const id = added.ok ? added.value.id : '';
  expect((await links('block', id, 'It', 'was', 'spam.')).stdout).toBe(`/s/${id} is blocked: It was spam.\n`);
  expect(await store.look(id)).toEqual({ ok: true, value: { kind: 'blocked', reason: 'It was spam.' } });
  expect((await links('unblock', id)).stdout).toBe(`/s/${id} is unblocked\n`);
  expect(await store.look(id)).toMatchObject({ value: { kind: 'found' } });
});

it('writes all links into a file, takes them in elsewhere, and copies them, beside a server', async () => {
  await using store = await openStore({ kind: 'sqlite', file: file() });
  const added = await store.add(newSnippet, 's');
  const id = added.ok ? added.value.id : '';
  const [exported, copy, other] = [
    join(folder, 'out.ndjson'),
    join(folder, 'copy.db'),
    join(folder, 'other.db'),
  ];
  await links('export', exported);
  await links('backup', copy);
  expect([exported, copy].map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o600]);
  await expect(links('export', exported)).rejects.toMatchObject({
    stderr: expect.stringContaining('EEXIST'),
  });
  await expect(links('backup', copy)).rejects.toMatchObject({ stderr: expect.stringContaining('EEXIST') });
  expect((await linksOf(other, 'import', exported)).stdout).toMatch(/^Imported \d+ links; 0 already existed/);
  for (const name of [copy, other]) {
    await using moved = await openStore({ kind: 'sqlite', file: name });
    expect(await moved.read(id)).toEqual(await store.read(id));
  }
});

it('makes no empty store of a mistyped path', async () => {
  const mistyped = join(folder, 'lnks.db');
  await expect(linksOf(mistyped, 'backup', join(folder, 'none.db'))).rejects.toMatchObject({
    code: 1,
    stderr: `There is no link store at ${mistyped}. Set PLAYGROUND_STORE as for the server.\n`,
  });
  expect(existsSync(mistyped)).toBe(false);
});

it('says what it can do, and what there is not', async () => {
  await expect(links()).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('block ID [REASON]'),
  });
  await expect(links('block', 'nobodyKnowsIt')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Link nobodyKnowsIt doesn’t exist'),
  });
});
