import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { migrations } from './migrations.ts';
import { nodeSqlite } from './nodeSqlite.ts';
import { prepareFile } from './prepareFile.ts';
import { isUnreachable } from './storeFailure.ts';
import type { Tables } from './tables.ts';

/** The store's own database, for those who hand it on. */
export type LinkDatabase = Kysely<Tables>;

/**
 * Where snippets are kept: a file of SQLite, or a Postgres at this address. The file's folder has to be there, so that a
 * mistyped path is no new, empty store; with `makesFolder`, for the place that nobody has typed, it is made.
 */
export type StorePlace =
  | { kind: 'sqlite'; file: string; makesFolder?: boolean }
  | { kind: 'postgres'; url: string };

/** Why the store can't be opened, for the operator. What is unreachable may be there in a moment. */
export type StoreProblem = { kind: 'unreachable' | 'unusable'; message: string };

/** How long the store's own Postgres may take to connect and to answer. */
const patienceMs = 5_000;

/** Opens the database and brings its tables up to date. */
export async function openDatabase(place: StorePlace): Promise<Result<LinkDatabase, StoreProblem>> {
  const where = place.kind === 'sqlite' ? place.file : 'DATABASE_URL';
  const failed = (error: unknown, what: string) => {
    const kind = place.kind === 'postgres' && isUnreachable(error) ? 'unreachable' : 'unusable';
    return fail({ kind, message: `The link store (${where}) can’t be ${what}: ${reasonOf(error)}` } as const);
  };
  try {
    if (place.kind === 'sqlite') {
      const problem = await prepareFile(place.file, place.makesFolder ?? false);
      if (problem !== null) return fail({ kind: 'unusable', message: problem });
    }
    const db = new Kysely<Tables>({ dialect: dialectOf(place) });
    const bytes = place.kind === 'sqlite' ? 'blob' : 'bytea';
    const provider = { getMigrations: async () => migrations(bytes) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (!error) return ok(db);
    await db.destroy();
    return failed(error, 'used');
  } catch (error) {
    return failed(error, 'opened');
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
  return nodeSqlite(place.file);
}

function reasonOf(error: unknown): string {
  // A name with several addresses fails once for each; the error of all has no message of its own.
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
