import pg from 'pg';
import type { SqlError } from '../../../protocol/events/events.ts';
import { runMessage } from '../script/runMessage.ts';
import type { StatementTools } from '../script/runStatement.ts';
import type { SplitScript } from '../split/scriptSplitting.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { placeAtOffset, scriptAsRead } from './placeInExtension.ts';

export interface ExtensionTools extends StatementTools {
  split: SplitScript;
}

/**
 * The place of an error of CREATE EXTENSION that Postgres gives none for, as up to version 17 it does for most: runs the
 * script's statements one after the other, in a transaction that is rolled back, until one says the same. The error as it
 * is where none does.
 */
export async function findInExtension(
  { environment, sources, split }: ExtensionTools,
  connection: PgConnection,
  error: SqlError,
  { name, sql }: { name: string; sql: string },
): Promise<SqlError> {
  const script = scriptAsRead(sql);
  const parts = await split(script, environment.sandbox.id);
  if (!parts.ok) return error;
  const deadline = performance.now() + environment.limits.extensionMs;
  const run = async (text: string) =>
    runMessage(environment, connection, {
      sql: text,
      timeoutMs: Math.max(1, deadline - performance.now()),
    });
  try {
    const begun = await run(
      'BEGIN; SET LOCAL check_function_bodies = off; SET LOCAL client_min_messages = error',
    );
    if (begun.error) return error;
    for (const { kind, text, offset } of parts.value) {
      if (kind === 'meta') return error;
      const end = await run(inDatabase(text, name));
      if (end.stopped) return error;
      if (!end.error) continue;
      const isSame =
        end.error instanceof pg.DatabaseError &&
        end.error.code === error.sqlstate &&
        end.error.message === error.message;
      return isSame ? placeAtOffset(error, script, offset, sources) : error;
    }
    return error;
  } finally {
    if (connection.isOpen) await connection.ask('ROLLBACK');
  }
}

/** A statement of the script as CREATE EXTENSION would run it. */
const inDatabase = (statement: string, name: string) =>
  statement.replaceAll('MODULE_PATHNAME', `$libdir/${name}`).replaceAll('@extschema@', 'public');
