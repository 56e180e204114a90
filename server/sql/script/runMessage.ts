import { type BackendStop, stopBackend } from '../postmaster/stopBackend.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import type { QueryEnd } from '../wire/StatementQuery.ts';

export interface MessageEnd extends QueryEnd {
  ms: number;
  /** Why it was stopped before its own end, and what that took; null where it ended by itself. */
  stopped: { why: 'time' | 'cancelled'; how: BackendStop } | null;
}

/** Sends a message to Postgres, and stops its backend on cancel or when it takes more than `timeoutMs`. */
export async function runMessage(
  environment: SqlEnvironment,
  connection: PgConnection,
  message: { sql: string; copyData?: string; timeoutMs: number },
): Promise<MessageEnd> {
  const { signal } = environment;
  const began = performance.now();
  const query = connection.query(message.sql, message.copyData);
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<'time' | 'cancelled'>();
  const cancel = () => interrupt('cancelled');
  const timer = setTimeout(interrupt, message.timeoutMs, 'time');
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const why = await Promise.race([query.then(() => null), interrupted]);
    const stopped = why && { why, how: await stopBackend(environment, connection, query) };
    return { ...(await query), ms: performance.now() - began, stopped };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}
