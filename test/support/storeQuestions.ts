import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { NewSnippet, SnippetStore } from '../../server/ports/snippetStore.ts';
import { blockLink } from '../../server/store/blockLink.ts';
import { databaseStore } from '../../server/store/databaseStore.ts';
import { exportLinks } from '../../server/store/exportLinks.ts';
import { importLinks } from '../../server/store/importLinks.ts';
import { type LinkDatabase, openDatabase, type StorePlace } from '../../server/store/openDatabase.ts';

export const newSnippet: NewSnippet = {
  title: 'Adding',
  description: 'Two numbers.',
  postgres: 17,
  files: { 'src/lib.rs': 'fn add() {}\n', 'Cargo.toml': '[package]' },
  sql: "select 'é😀'",
  lock: '# lock',
  madeWith: { postgres: '17.12', pgrx: '0.19.3', rustc: '1.96.1', image: 'pgrx-playground:pg17-abc' },
  parent: null,
  events: [
    { at: 0, event: { type: 'phase', phase: 'building' } },
    { at: 12.5, event: { type: 'done', outcome: 'ok', ms: 13 } },
  ],
};

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function opened(place: StorePlace): Promise<LinkDatabase> {
  const database = await openDatabase(place);
  if (!database.ok) throw new Error(database.error.message);
  return database.value;
}

export async function openStore(place: StorePlace): Promise<SnippetStore> {
  return databaseStore(await opened(place), silent);
}

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

async function* trimmed(lines: readonly string[]) {
  for (const line of lines) yield line.trimEnd();
}

/** What is asked of the store on every database. */
export function storeQuestions(name: string, place: () => StorePlace): void {
  const kept = async (store: SnippetStore, changes: Partial<NewSnippet> = {}, secret = 's') => {
    const added = await store.add({ ...newSnippet, ...changes }, secret);
    if (!added.ok) throw new Error(added.error.message);
    return added.value.id;
  };

  describe(`snippets in ${name}`, () => {
    it('are given back as they were kept, also after the store was closed', async () => {
      const first = await openStore(place());
      const id = await kept(first);
      await first[Symbol.asyncDispose]();
      await using store = await openStore(place());
      const { parent: _, events, ...content } = newSnippet;
      const found = await store.read(id);
      expect(found).toMatchObject({
        ok: true,
        value: { kind: 'found', snippet: { ...content, id, parents: [], recorded: true } },
      });
      expect(await store.events(id)).toEqual({ ok: true, value: events });
      expect(id).toMatch(/^[A-Za-z0-9]{12}$/);
    });

    it('know what they were made from', async () => {
      await using store = await openStore(place());
      const one = await kept(store, { title: 'one' });
      const two = await kept(store, { title: 'two', parent: one });
      const three = await kept(store, { title: 'three', parent: two, events: null });
      expect(await store.read(three)).toMatchObject({
        value: {
          snippet: {
            recorded: false,
            parents: [
              { id: two, title: 'two' },
              { id: one, title: 'one' },
            ],
          },
        },
      });
      expect(await store.events(three)).toEqual({ ok: true, value: null });
    });

    it('can be deleted by who knows the secret, and by nobody else', async () => {
      await using store = await openStore(place());
      const id = await kept(store, {}, 'mine');
      const other = await kept(store, {}, 'theirs');
      expect(await store.remove(id, 'theirs')).toEqual({ ok: true, value: false });
      expect(await store.remove('nobodyKnowsIt', 'mine')).toEqual({ ok: true, value: false });
      expect(await store.remove(id, 'mine')).toEqual({ ok: true, value: true });
      expect(await store.read(id)).toEqual({ ok: true, value: { kind: 'deleted' } });
      expect(await store.events(id)).toEqual({ ok: true, value: null });
      // What both had is still the other's.
      expect(await store.read(other)).toMatchObject({ value: { kind: 'found' } });
      expect(await store.events(other)).toMatchObject({ value: newSnippet.events });
      expect(await store.remove(id, 'mine')).toEqual({ ok: true, value: true });
    });

    it('are looked at without their content', async () => {
      await using store = await openStore(place());
      const one = await kept(store, { title: 'one' }, 'mine');
      const two = await kept(store, { parent: one });
      expect(await store.look(two)).toEqual({
        ok: true,
        value: { kind: 'found', parents: [{ id: one, title: 'one' }] },
      });
      await store.remove(one, 'mine');
      expect(await store.look(two)).toEqual({ ok: true, value: { kind: 'found', parents: [] } });
      expect(await store.look(one)).toEqual({ ok: true, value: { kind: 'deleted' } });
      expect(await store.look('none')).toEqual({ ok: true, value: { kind: 'none' } });
    });

    it('can be blocked and shown again by an operator, beside the server', async () => {
      const where = place();
      await using store = await openStore(where);
      const id = await kept(store);
      await using database = await opened(where);
      expect(await blockLink(database, id, 'It was spam.')).toBe(true);
      const blocked = { ok: true, value: { kind: 'blocked', reason: 'It was spam.' } };
      expect(await store.read(id)).toEqual(blocked);
      expect(await store.look(id)).toEqual(blocked);
      expect(await store.events(id)).toEqual({ ok: true, value: null });
      expect(await blockLink(database, id, null)).toBe(true);
      expect(await store.read(id)).toMatchObject({ value: { kind: 'found' } });
      expect(await blockLink(database, 'none', 'x')).toBe(false);
    });

    it('are written into lines and taken in elsewhere, again and again', async () => {
      const from = place();
      await using store = await openStore(from);
      const one = await kept(store, { title: 'one' });
      const two = await kept(store, { title: 'two', parent: one, events: null });
      const gone = await kept(store, { sql: 'select 3' }, 'mine');
      await store.remove(gone, 'mine');
      await using database = await opened(from);
      await blockLink(database, two, 'It was spam.');
      const lines = await all(exportLinks(database));

      await using target = await opened({ kind: 'sqlite', file: ':memory:' });
      const taken = { ok: true, value: { added: 3, there: 0 } };
      expect(await importLinks(target, trimmed(lines))).toEqual(taken);
      expect(await all(exportLinks(target))).toEqual(lines);
      expect(await importLinks(target, trimmed(lines))).toEqual({ ok: true, value: { added: 0, there: 3 } });
      const moved = databaseStore(target, silent);
      expect(await moved.read(one)).toEqual(await store.read(one));
      expect(await moved.events(one)).toEqual({ ok: true, value: newSnippet.events });
      expect(await moved.read(two)).toMatchObject({ value: { kind: 'blocked' } });
      expect(await moved.read(gone)).toEqual({ ok: true, value: { kind: 'deleted' } });

      // And back: what was deleted since does not come again, nor does anything that only it had.
      await store.remove(one, 's');
      expect(await importLinks(database, trimmed(lines))).toMatchObject({ value: { added: 0, there: 3 } });
      expect(await store.read(one)).toEqual({ ok: true, value: { kind: 'deleted' } });
      const bodies = await database.selectFrom('bodies').select('hash').execute();
      expect(bodies).toHaveLength(2);
    });

    it('are not taken in where a line is damaged', async () => {
      await using database = await opened(place());
      const store = databaseStore(database, silent);
      await kept(store);
      const lines = await all(exportLinks(database));
      await using target = await opened({ kind: 'sqlite', file: ':memory:' });
      const wrong = async (...given: string[]) => importLinks(target, trimmed(given));
      const [head = '', body = ''] = lines;
      const link = lines.at(-1) ?? '';
      expect(await wrong()).toMatchObject({ ok: false, error: 'The file is empty.' });
      expect(await wrong(body)).toMatchObject({ error: expect.stringMatching(/^Line 1 /) });
      expect(await wrong(head, link.slice(0, -9))).toMatchObject({
        error: expect.stringMatching(/^Line 2 /),
      });
      expect(await wrong(head, link)).toMatchObject({ error: expect.stringContaining('is incomplete') });
      const forged = body.replace(/"hash":"../, '"hash":"00');
      expect(await wrong(head, forged)).toMatchObject({ error: expect.stringContaining('damaged') });
    });

    it('know how many they are, and how much room they take', async () => {
      await using store = await openStore(place());
      const sizeNow = async () => {
        const size = await store.size();
        if (!size.ok) throw new Error(size.error.message);
        return size.value;
      };
      const before = await sizeNow();
      await kept(store, { files: { 'src/lib.rs': randomBytes(100_000).toString('base64') } });
      const after = await sizeNow();
      expect(after.links).toBe(before.links + 1);
      expect(after.bytes - before.bytes).toBeGreaterThan(90_000);
      expect(after.bytes - before.bytes).toBeLessThan(300_000);
    });

    it('are unknown where there are none', async () => {
      await using store = await openStore(place());
      expect(await store.read("' or 1=1 --")).toEqual({ ok: true, value: { kind: 'none' } });
      expect(await store.events('none')).toEqual({ ok: true, value: null });
    });
  });
}
