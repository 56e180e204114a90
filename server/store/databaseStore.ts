import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import { canonicalContent } from '../../protocol/canonicalContent.ts';
import { limits } from '../../protocol/limits.ts';
import { projectFiles } from '../../protocol/project.ts';
import { fail, ok, type Result } from '../../protocol/result.ts';
import type { RecordedEvent, Snippet } from '../../protocol/snippet.ts';
import { date } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Found, Looked, NewSnippet, SnippetStore, StoreFailure } from '../ports/snippetStore.ts';
import { type Packed, pack, unpack } from './packed.ts';
import { StoreRoom } from './StoreRoom.ts';
import { type StoreWork, storeFailure } from './storeFailure.ts';
import type { Tables } from './tables.ts';

const keptContent = z.tuple([z.int(), z.array(z.tuple([z.string(), z.string()])), z.string()]);

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

export interface StoreLimits {
  /** What all links may take together, in bytes; deleting is always possible. */
  bytes: number;
}

/** Snippets in a database of whichever kind; disposing it lets go of the database. */
export function databaseStore(
  db: Kysely<Tables>,
  log: Log,
  most: StoreLimits = { bytes: Number.POSITIVE_INFINITY },
): SnippetStore {
  const room = new StoreRoom(db);
  const guarded = async <T>(kind: StoreWork, work: () => Promise<T>): Promise<Result<T, StoreFailure>> => {
    try {
      return ok(await work());
    } catch (error) {
      const { cause, ...failure } = storeFailure(error, kind);
      log.error({ failure: failure.kind, reason: cause }, 'link store failed');
      return fail(failure);
    }
  };

  return {
    size: () => guarded('read', () => room.size()),
    async add(snippet, secret) {
      const taken = await guarded('add', () => room.bytes());
      if (!taken.ok) return taken;
      if (taken.value >= most.bytes) return fail(reached);
      const added = await guarded('add', () => add(db, snippet, secret));
      if (added.ok) room.added(added.value.bytes);
      return added;
    },
    read: (id) => guarded('read', () => read(db, id)),
    look: (id) => guarded('read', () => look(db, id)),
    events: (id) =>
      guarded('read', async () => {
        const row = await rowOf(db, id);
        if (!row?.events || row.blocked !== null) return null;
        return keptEvents(JSON.parse(await body(db, row.events)));
      }),
    remove: (id, secret) => guarded('remove', () => remove(db, id, secret)),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/**
 * The server has written them itself, each by its schema. To go through a megabyte of them by the schema once more takes 40 ms
 * of the one thread that serves all, each time that a link is opened.
 */
function keptEvents(value: unknown): RecordedEvent[] {
  if (
    Array.isArray(value) &&
    value.every((one) => typeof one?.at === 'number' && typeof one.event?.type === 'string')
  )
    return value;
  throw new Error('the stored events are malformed');
}

const reached: StoreFailure = {
  kind: 'full',
  message:
    'The server’s link store is full (PLAYGROUND_STORE_MB). Contact its operator. Existing links can still be opened and deleted.',
};

/** What a link takes beside its bodies. */
const rowBytes = 500;

async function add(
  db: Kysely<Tables>,
  snippet: NewSnippet,
  secret: string,
): Promise<{ id: string; bytes: number }> {
  const { postgres, files, sql, madeWith } = snippet;
  const content = await pack(canonicalContent({ postgres, files, sql }));
  const lock = await pack(snippet.lock);
  const events = snippet.events ? await pack(JSON.stringify(snippet.events)) : null;
  const id = randomId();
  let bytes = rowBytes;
  await db.transaction().execute(async (trx) => {
    for (const one of [content, lock, events]) if (one && (await keep(trx, one))) bytes += one.content.length;
    await trx
      .insertInto('snippets')
      .values({
        id,
        title: snippet.title,
        description: snippet.description,
        postgres,
        content: content.hash,
        lock: lock.hash,
        events: events?.hash ?? null,
        postgres_version: madeWith.postgres,
        pgrx: madeWith.pgrx,
        rustc: madeWith.rustc,
        image: madeWith.image,
        parent: snippet.parent,
        created_at: date().toISOString(),
        secret_hash: hashOf(secret),
        deleted_at: null,
        blocked: null,
      })
      .execute();
  });
  return { id, bytes };
}

/** Says whether it was not there already. */
async function keep(trx: Transaction<Tables>, { hash, content }: Packed): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('bodies')
    .values({ hash, content })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

type Row = Selectable<Tables['snippets']>;
type KeptRow = Row & { content: string; lock: string };

async function find(
  db: Kysely<Tables>,
  id: string,
): Promise<Exclude<Found, { kind: 'found' }> | { kind: 'kept'; row: KeptRow }> {
  const row = await rowOf(db, id);
  if (!row) return { kind: 'none' };
  if (row.blocked !== null) return { kind: 'blocked', reason: row.blocked };
  const { content, lock } = row;
  if (row.deleted_at !== null || content === null || lock === null) return { kind: 'deleted' };
  return { kind: 'kept', row: { ...row, content, lock } };
}

async function look(db: Kysely<Tables>, id: string): Promise<Looked> {
  const found = await find(db, id);
  if (found.kind !== 'kept') return found;
  return { kind: 'found', parents: await parentsOf(db, found.row.parent) };
}

async function read(db: Kysely<Tables>, id: string): Promise<Found> {
  const kept = await find(db, id);
  if (kept.kind !== 'kept') return kept;
  const { row } = kept;
  const [, files, sql] = keptContent.parse(JSON.parse(await body(db, row.content)));
  return {
    kind: 'found',
    snippet: {
      id,
      title: row.title,
      description: row.description,
      postgres: row.postgres,
      files: projectFiles.parse(Object.fromEntries(files)),
      sql,
      lock: await body(db, row.lock),
      createdAt: row.created_at,
      madeWith: {
        postgres: row.postgres_version,
        pgrx: row.pgrx,
        rustc: row.rustc,
        image: row.image,
      },
      parents: await parentsOf(db, row.parent),
      recorded: row.events !== null,
    },
  };
}

/** The nearest first. A parent that is deleted or blocked ends the chain: nothing of it is told. */
async function parentsOf(db: Kysely<Tables>, parent: string | null): Promise<Snippet['parents']> {
  const parents: Snippet['parents'] = [];
  for (let next = parent; next !== null && parents.length < limits.snippetParents; ) {
    const row = await rowOf(db, next);
    if (!row || row.blocked !== null || row.deleted_at !== null) break;
    parents.push({ id: row.id, title: row.title });
    next = row.parent;
  }
  return parents;
}

/** What only this link had is deleted with it; that there was a link is kept, so that it is never given out anew. */
async function remove(db: Kysely<Tables>, id: string, secret: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await rowOf(trx, id);
    if (!row || !timingSafeEqual(Buffer.from(row.secret_hash), Buffer.from(hashOf(secret)))) return false;
    const gone = { title: '', description: '', content: null, lock: null, events: null };
    await trx
      .updateTable('snippets')
      .set({ ...gone, deleted_at: row.deleted_at ?? date().toISOString() })
      .where('id', '=', id)
      .execute();
    for (const hash of [row.content, row.lock, row.events]) {
      if (hash === null || (await isUsed(trx, hash))) continue;
      await trx.deleteFrom('bodies').where('hash', '=', hash).execute();
    }
    return true;
  });
}

async function isUsed(trx: Transaction<Tables>, hash: string): Promise<boolean> {
  const row = await trx
    .selectFrom('snippets')
    .select('id')
    .where((where) =>
      where.or([where('content', '=', hash), where('lock', '=', hash), where('events', '=', hash)]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function rowOf(db: Kysely<Tables>, id: string): Promise<Row | undefined> {
  return db.selectFrom('snippets').selectAll().where('id', '=', id).executeTakeFirst();
}

async function body(db: Kysely<Tables>, hash: string): Promise<string> {
  const row = await db
    .selectFrom('bodies')
    .select('content')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return unpack(row.content);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A name that nobody can guess: 12 of 62 letters, 71 bits. */
function randomId(): string {
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
}
