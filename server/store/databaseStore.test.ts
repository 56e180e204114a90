import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newSnippet, storeQuestions } from '../../test/support/storeQuestions.ts';
import { databaseStore } from './databaseStore.ts';
import { openDatabase } from './openDatabase.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

storeQuestions('SQLite', () => ({ kind: 'sqlite', file: join(folder, 'links.db') }));

it('says so when the disk is full, and goes on once there is room', async () => {
  const database = await openDatabase({ kind: 'sqlite', file: join(folder, 'links.db') });
  if (!database.ok) throw new Error(database.error.message);
  const failures: object[] = [];
  const log = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (told: object) => failures.push(told),
  };
  await using store = databaseStore(database.value, log);
  const small = await store.add(newSnippet, 's');
  // SQLite answers a file that may not grow as it answers a disk that is full.
  await sql`pragma max_page_count = 20`.execute(database.value);
  const noise = Array.from({ length: 60 }, () => randomBytes(1024).toString('base64')).join('\n');
  const large = { ...newSnippet, files: { 'src/lib.rs': noise } };
  for (const _ of [1, 2])
    expect(await store.add(large, 's')).toEqual({
      ok: false,
      error: { kind: 'full', message: expect.stringContaining('full') },
    });
  expect(failures).toEqual([1, 2].map(() => ({ failure: 'full', reason: expect.stringContaining('full') })));
  const smallId = small.ok ? small.value.id : '';
  expect(await store.read(smallId)).toMatchObject({ value: { kind: 'found' } });
  expect(await database.value.selectFrom('snippets').select('id').execute()).toHaveLength(1);
  await sql`pragma max_page_count = 100000`.execute(database.value);
  expect(await store.add(large, 's')).toMatchObject({ ok: true });
});

it('[K6] takes no more than it may, and still deletes', async () => {
  const database = await openDatabase({ kind: 'sqlite', file: join(folder, 'links.db') });
  if (!database.ok) throw new Error(database.error.message);
  await using store = databaseStore(database.value, silent, { bytes: 300_000 });
  const noise = () => randomBytes(75 * 1024).toString('base64');
  const ids: string[] = [];
  for (;;) {
    const added = await store.add({ ...newSnippet, files: { 'src/lib.rs': noise() } }, 's');
    if (!added.ok) {
      expect(added.error).toEqual({ kind: 'full', message: expect.stringContaining('PLAYGROUND_STORE_MB') });
      break;
    }
    expect(added.value.bytes).toBeGreaterThan(75 * 1024);
    ids.push(added.value.id);
  }
  const size = await store.size();
  expect(size).toMatchObject({ ok: true, value: { links: ids.length } });
  expect(size.ok && size.value.bytes).toBeGreaterThanOrEqual(300_000);
  expect(size.ok && size.value.bytes).toBeLessThan(600_000);
  for (const id of ids) expect(await store.remove(id, 's')).toEqual({ ok: true, value: true });
  expect(await store.add(newSnippet, 's')).toMatchObject({ ok: true });
  // What another link has as well takes no room again.
  const again = await store.add(newSnippet, 's');
  expect(again.ok && again.value.bytes).toBeLessThan(1_000);
});
