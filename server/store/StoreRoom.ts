import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { StoreSize } from '../ports/snippetStore.ts';
import type { Tables } from './tables.ts';

/** How long what Postgres has counted stands, in milliseconds: it reads every row for it. What is added here is added to it. */
const countedMs = 60_000;

/** How much the store holds. A file of SQLite knows its pages, and is asked each time; a Postgres counts now and then. */
export class StoreRoom {
  readonly #db: Kysely<Tables>;
  #links: Promise<number> | null = null;
  #added = 0;
  #counted: { at: number; bytes: Promise<number> } | null = null;
  #addedBytes = 0;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Links are counted once; later ones are only ever made here, as far as this number is concerned. */
  async size(): Promise<StoreSize> {
    if (!this.#links) {
      this.#added = 0;
      this.#links = count(this.#db);
      this.#links.catch(() => {
        this.#links = null;
      });
    }
    return { links: (await this.#links) + this.#added, bytes: await this.bytes() };
  }

  async bytes(): Promise<number> {
    if (this.#db.getExecutor().adapter instanceof SqliteAdapter) return pageBytes(this.#db);
    const now = performance.now();
    if (!this.#counted || now - this.#counted.at > countedMs) {
      this.#addedBytes = 0;
      this.#counted = { at: now, bytes: rowBytes(this.#db) };
      this.#counted.bytes.catch(() => {
        this.#counted = null;
      });
    }
    return (await this.#counted.bytes) + this.#addedBytes;
  }

  added(bytes: number): void {
    this.#added += 1;
    this.#addedBytes += bytes;
  }
}

async function count(db: Kysely<Tables>): Promise<number> {
  const { links } = await db
    .selectFrom('snippets')
    .select((select) => select.fn.countAll().as('links'))
    .executeTakeFirstOrThrow();
  return Number(links);
}

/** Pages that hold something. What is deleted leaves pages free, which later links take. */
async function pageBytes(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select (page_count - freelist_count) * page_size as bytes
    from pragma_page_count, pragma_freelist_count, pragma_page_size`.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}

async function rowBytes(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`
    select (select coalesce(sum(octet_length(content)), 0) from bodies)
      + (select coalesce(sum(octet_length(title) + octet_length(description) + 500), 0) from snippets) as bytes`.execute(
    db,
  );
  return Number(rows[0]?.bytes ?? 0);
}
