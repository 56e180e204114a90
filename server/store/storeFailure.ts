import type { StoreFailure } from '../ports/snippetStore.ts';

/** SQLITE_FULL, and Postgres's class of insufficient resources, of which the disk is one. */
const sqliteFull = 13;
const postgresFull = /^53/;

/** What a network answers, by Node's codes, and a Postgres that is starting, stopping or full: these may pass. */
const networkAway = /^E(?!RR_)[A-Z_]+$/;
const postgresAway = /^(08...|57P0[123]|53300)$/;

/** What was to be done when the store failed. */
export type StoreWork = 'add' | 'read' | 'remove';

const fullMessages: Record<StoreWork, string> = {
  add: 'The server’s link store is full. Contact its operator.',
  read: 'The server’s disk is full, so its links can’t be read right now. Contact its operator.',
  remove: 'The server’s disk is full, so the link was not deleted. Contact its operator, and try again.',
};

/** Whether the store's Postgres is not there, rather than there and not to be used. pg gives its own timeout no code. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return networkAway.test(code) || postgresAway.test(code);
  return /\b(timeout|terminated)\b/.test(String(message));
}

/** Why the database did not do what it was asked. The person is told what to do, the log has the rest. */
export function storeFailure(error: unknown, work: StoreWork): StoreFailure & { cause: string } {
  const { errcode, code } = (error ?? {}) as { errcode?: unknown; code?: unknown };
  const cause = error instanceof Error ? error.message : String(error);
  const full =
    errcode === sqliteFull || code === 'ENOSPC' || (typeof code === 'string' && postgresFull.test(code));
  if (full) return { kind: 'full', message: fullMessages[work], cause };
  const message = 'Links can’t be saved or read right now. Try again in a moment. Your files are unchanged.';
  return { kind: 'unavailable', message, cause };
}
