import { setTimeout as sleep } from 'node:timers/promises';
import { ok, type Result } from '../../../protocol/result.ts';
import { restartPostgres } from '../postmaster/restartPostgres.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { type DialFailure, dialPostgres } from './dialPostgres.ts';

/** One attempt; a postmaster that was stopped lets one connect and says nothing. */
const attemptMs = 3000;
/** A postmaster that recovers answers within this; where nobody answers for longer, it is gone. */
const goneMs = 1500;
const pauseMs = 50;

export interface Reached {
  connection: PgConnection;
  /** The whole server was gone, and was started for this. */
  restarted: boolean;
}

/**
 * Connects to Postgres, waiting while it starts or recovers, and starting it where it is gone; `settings` are those that
 * it then starts with.
 */
export async function reachPostgres(
  environment: SqlEnvironment,
  settings: string,
): Promise<Result<Reached, DialFailure>> {
  const { port, sandbox, limits, signal, database, series } = environment;
  const began = performance.now();
  let silentSince: number | null = null;
  let restarted = false;
  for (;;) {
    const dialled = await dialPostgres(port, sandbox, limits, {
      timeoutMs: attemptMs,
      signal,
      database,
      series,
    });
    if (dialled.ok) return ok({ connection: dialled.value, restarted });
    const { kind } = dialled.error;
    if (kind !== 'closed' && kind !== 'starting') return dialled;
    const now = performance.now();
    if (now - began > limits.connectMs) return dialled;
    silentSince = kind === 'closed' ? (silentSince ?? now) : null;
    if (silentSince !== null && now - silentSince > goneMs && !restarted) {
      restarted = true;
      // Whether it worked is seen by dialling again.
      await restartPostgres(environment, settings);
      silentSince = null;
    }
    await sleep(pauseMs);
  }
}
