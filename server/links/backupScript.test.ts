import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newSnippet, openStore } from '../../test/support/storeQuestions.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const backUp = (to: string) =>
  promisify(execFile)('sh', ['docs/operating/backup.sh', to], {
    env: { ...process.env, PLAYGROUND_STORE: join(folder, 'links.db'), DATABASE_URL: '' },
  });

/** Files of this name that are some days old. */
function age(file: string, days: number): void {
  writeFileSync(file, '');
  const then = Date.now() / 1000 - days * 86_400;
  utimesSync(file, then, then);
}

it('copies all links beside a server, for their owner only, and deletes old copies', async () => {
  await using store = await openStore({ kind: 'sqlite', file: join(folder, 'links.db') });
  const added = await store.add(newSnippet, 's');
  const to = join(folder, 'backups');
  await backUp(to);
  const [copy = ''] = readdirSync(to);
  expect(copy).toMatch(/^links-\d{4}-\d\d-\d\dT\d{6}Z\.db$/);
  expect([to, join(to, copy)].map((file) => (statSync(file).mode & 0o777).toString(8))).toEqual([
    '700',
    '600',
  ]);
  await using copied = await openStore({ kind: 'sqlite', file: join(to, copy) });
  expect(await copied.read(added.ok ? added.value.id : '')).toMatchObject({ value: { kind: 'found' } });

  age(join(to, 'links-old.db'), 16);
  age(join(to, 'links-new.db'), 13);
  age(join(to, 'mine.txt'), 99);
  rmSync(join(to, copy));
  await backUp(to);
  expect(readdirSync(to).filter((name) => !/^links-\d/.test(name))).toEqual(['links-new.db', 'mine.txt']);
});

it('deletes nothing where it could not copy', async () => {
  age(join(folder, 'links-old.db'), 99);
  await expect(backUp(folder)).rejects.toMatchObject({
    stderr: expect.stringContaining('There is no link store'),
  });
  expect(readdirSync(folder)).toEqual(['links-old.db']);
});
