import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, SqliteDialect } from 'kysely';

/**
 * Kysely's own dialect of SQLite over the one inside Node. The file has a write-ahead log, and each commit reaches the
 * disk before it is answered.
 */
export function nodeSqlite(file: string): Dialect {
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON',
  );
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(sql) {
        const statement = database.prepare(sql);
        const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) =>
            // A full disk has SQLite roll back by itself; to say so again would hide why.
            sql === 'rollback' && !database.isTransaction
              ? { changes: 0, lastInsertRowid: 0 }
              : statement.run(...values(parameters)),
          iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
        };
      },
    },
  });
}
