import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

export interface SqliteRows {
  rows: unknown[];
  /** Rows that were changed; null where it was a question. */
  changes: number | null;
}

/** An answer, or why there is none; `errcode` is SQLite's own number. */
export type SqliteReply = { id: number } & (SqliteRows | { message: string; errcode: number | null });

interface Question {
  id: number;
  sql: string;
  parameters: SQLInputValue[];
}

const database = new DatabaseSync(workerData.file);
database.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON',
);

function answer(sql: string, parameters: SQLInputValue[]): SqliteRows {
  const nothing = { rows: [], changes: 0 };
  if (sql === 'close') {
    database.close();
    return nothing;
  }
  // A full disk has SQLite roll back by itself; to say so again would hide why.
  if (sql === 'rollback' && !database.isTransaction) return nothing;
  const statement = database.prepare(sql);
  if (statement.columns().length > 0) return { rows: statement.all(...parameters), changes: null };
  return { rows: [], changes: Number(statement.run(...parameters).changes) };
}

parentPort?.on('message', ({ id, sql, parameters }: Question) => {
  let reply: SqliteReply;
  try {
    reply = { id, ...answer(sql, parameters) };
  } catch (error) {
    const { message, errcode = null } = error as { message: string; errcode?: number };
    reply = { id, message, errcode };
  }
  parentPort?.postMessage(reply);
});
