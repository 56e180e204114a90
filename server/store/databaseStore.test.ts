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

storeQuestions('SQLite', () => ({ kind: 'sqlite', file: join(folder, 'data/links.db') }));

it('says so when the disk is full, and goes on once there is room', async () => {
  const database = await openDatabase({ kind: 'sqlite', file: join(folder, 'links.db') });
  if (!database.ok) throw new Error(database.error);
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
  expect(await store.read(small.ok ? small.value.id : '')).toMatchObject({ value: { kind: 'found' } });
  expect(await database.value.selectFrom('snippets').select('id').execute()).toHaveLength(1);
  await sql`pragma max_page_count = 100000`.execute(database.value);
  expect(await store.add(large, 's')).toMatchObject({ ok: true });
});
