import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { SqliteThread } from './SqliteThread.ts';

/**
 * The SQLite inside Node, for Kysely, on a thread of its own: it answers only when it is done, and a commit waits for the disk,
 * or for another process that writes. The file has a write-ahead log, and each commit reaches the disk before it is answered.
 */
export function nodeSqlite(file: string): Dialect {
  return {
    createDriver: () => threadDriver(file),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Kysely lets nobody else use the one connection while a transaction has it. */
function threadDriver(file: string): Driver {
  let thread: SqliteThread | null = null;
  const execute = (text: string) => async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw(text));
  };
  return {
    async init() {
      thread = await SqliteThread.open(file);
    },
    async acquireConnection() {
      if (!thread) throw new Error('the database is not open');
      return connectionOf(thread);
    },
    beginTransaction: execute('begin'),
    commitTransaction: execute('commit'),
    rollbackTransaction: execute('rollback'),
    async releaseConnection() {},
    async destroy() {
      await thread?.[Symbol.asyncDispose]();
    },
  };
}

function connectionOf(thread: SqliteThread): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const { rows, changes } = await thread.ask(sql, parameters);
      return { rows: rows as R[], ...(changes !== null && { numAffectedRows: BigInt(changes) }) };
    },
    streamQuery() {
      throw new Error('rows are not streamed from SQLite here');
    },
  };
}
