import pg from 'pg';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { ExecFailure, Sandbox, SandboxPort } from '../../ports/sandboxPort.ts';
import type { SqlLimits } from '../sqlLimits.ts';
import { PgConnection } from '../wire/PgConnection.ts';
import { PgStream } from '../wire/PgStream.ts';
import { type ConnectionCarrier, pgDial } from './ConnectionCarrier.ts';

/** `closed`: nobody answers at the socket, or not as Postgres does; `starting`: Postgres starts or recovers. */
export type DialFailure = ExecFailure | { kind: 'closed' | 'starting'; message: string };

/** SQLSTATE cannot_connect_now: Postgres starts up, shuts down or recovers. */
const cannotConnectNow = '57P03';

/** The person's own database. */
export const playgroundDatabase = 'playground';

export interface Dialling {
  /** Bounds how long Postgres may take to answer. */
  timeoutMs: number;
  signal?: AbortSignal;
  /** Another database than the person's own. */
  database?: string;
  /** Carries it; without, it has a process of its own. */
  series?: ConnectionCarrier;
}

/** Opens one connection to the sandbox's Postgres, through `pg-dial` in it. */
export async function dialPostgres(
  port: SandboxPort,
  sandbox: Sandbox,
  limits: Pick<SqlLimits, 'messageBytes' | 'connectionBytes'>,
  { timeoutMs, signal, database = playgroundDatabase, series }: Dialling,
): Promise<Result<PgConnection, DialFailure>> {
  if (signal?.aborted) return fail({ kind: 'cancelled', message: 'Connecting was cancelled.' });
  const exec = await (series ? series.open() : port.exec(sandbox, [pgDial]));
  if (!exec.ok) return exec;
  const stream = new PgStream(exec.value, {
    messageBytes: limits.messageBytes,
    totalBytes: limits.connectionBytes,
  });
  // Every setting is given, so that none is taken from the server's own environment.
  const client = new pg.Client({
    stream: () => stream,
    host: 'sandbox',
    user: 'postgres',
    database,
    password: '',
    application_name: 'playground',
    options: '',
    ssl: false,
  });
  const connection = new PgConnection(client, stream);
  const late = () => stream.destroy(new Error('Postgres didn’t respond in time.'));
  const timer = setTimeout(late, timeoutMs);
  signal?.addEventListener('abort', late, { once: true });
  try {
    await client.connect();
    return ok(connection);
  } catch (error) {
    await connection[Symbol.asyncDispose]();
    if (signal?.aborted) return fail({ kind: 'cancelled', message: 'Connecting was cancelled.' });
    const message = stream.errorText.trim() || (error instanceof Error ? error.message : String(error));
    const starting = error instanceof pg.DatabaseError && error.code === cannotConnectNow;
    return fail({ kind: starting ? 'starting' : 'closed', message });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', late);
  }
}
