import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { migrations } from './migrations.ts';
import { nodeSqlite } from './nodeSqlite.ts';
import type { Tables } from './tables.ts';

/** The store's own database, for those who hand it on. */
export type LinkDatabase = Kysely<Tables>;

/** Where snippets are kept: a file of SQLite, or a Postgres at this address. */
export type StorePlace = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/** How long the store's own Postgres may take to connect and to answer. */
const patienceMs = 5_000;

/** Opens the database and brings its tables up to date. Fails with a text for the operator. */
export async function openDatabase(place: StorePlace): Promise<Result<LinkDatabase, string>> {
  const where = place.kind === 'sqlite' ? place.file : 'DATABASE_URL';
  try {
    const db = new Kysely<Tables>({ dialect: dialectOf(place) });
    const bytes = place.kind === 'sqlite' ? 'blob' : 'bytea';
    const provider = { getMigrations: async () => migrations(bytes) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (!error) return ok(db);
    await db.destroy();
    return fail(`The link store (${where}) can’t be used: ${reasonOf(error)}`);
  } catch (error) {
    return fail(`The link store (${where}) can’t be opened: ${reasonOf(error)}`);
  }
}

function dialectOf(place: StorePlace) {
  if (place.kind === 'postgres') {
    const pool = new pg.Pool({
      connectionString: place.url,
      max: 10,
      connectionTimeoutMillis: patienceMs,
      statement_timeout: patienceMs,
      application_name: 'pgrx-playground',
    });
    // A connection that idles and is lost is replaced when one is needed; what is asked meanwhile fails by itself.
    pool.on('error', () => {});
    return new PostgresDialect({ pool });
  }
  mkdirSync(dirname(place.file), { recursive: true });
  return nodeSqlite(place.file);
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
