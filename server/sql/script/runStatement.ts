import pg from 'pg';
import type { SqlError } from '../../../protocol/events/events.ts';
import type { Emit } from '../../ports/runPorts.ts';
import type { DialFailure } from '../dial/dialPostgres.ts';
import type { RustSources } from '../extension/rustSources.ts';
import type { Recovery } from '../postmaster/crashText.ts';
import { explainLoss, grew } from '../postmaster/explainLoss.ts';
import { readCrash } from '../postmaster/readCrash.ts';
import { killBackend } from '../postmaster/stopBackend.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { alteredSetting } from './alteredSetting.ts';
import { type MessageEnd, runMessage } from './runMessage.ts';
import type { ScriptConnection } from './ScriptConnection.ts';
import type { StatementEnd } from './StatementEnd.ts';
import { statementEvents } from './statementEvents.ts';
import { type StatementName, toSqlError } from './toSqlError.ts';

export interface StatementTools {
  environment: SqlEnvironment;
  connection: ScriptConnection;
  sources: RustSources;
  emit: Emit;
}

export interface Statement extends StatementName {
  timeoutMs: number;
  /** The lines that a COPY … FROM STDIN reads. */
  copyData?: string;
  /** Adds what is known of an error's place, before it is told. */
  place?: (error: SqlError, connection: PgConnection) => Promise<SqlError>;
}

/** SQLSTATE disk_full. */
const diskFull = '53100';

/**
 * Runs one message to its end, whatever that is, and emits what is to be told: results (but of the run's own messages),
 * the error, a crash, a limit.
 * After a loss of the connection it returns when Postgres answers again.
 */
export async function runStatement(tools: StatementTools, statement: Statement): Promise<StatementEnd> {
  const { environment, emit, sources } = tools;
  const opened = await tools.connection.open();
  if (!opened.ok) return unreachable(opened.error, emit);
  const connection = opened.value;
  // Between two statements as well: what the first has done can end the server later.
  const reopened = tools.connection.takeReopened();
  if (reopened) return tellLoss(tools, statement, reopened.lost, reopened);
  const { sql, copyData, timeoutMs } = statement;
  const end = await runMessage(environment, connection, { sql, copyData, timeoutMs });
  if (statement.index >= 0) {
    const note = await alteredSetting(connection, sql, end.results);
    if (note) emit(note);
    for (const event of await statementEvents(end, statement, connection, tools.connection.types))
      emit(event);
  }
  if (end.stopped) return stopped(tools, connection, end.stopped, timeoutMs);
  if (!end.error) return { kind: 'ok' };
  if (end.error instanceof pg.DatabaseError) {
    if (isServerGone(end.error)) return lost(tools, statement, connection);
    const error = toSqlError(end.error, statement, sources, end.ms);
    emit((await statement.place?.(error, connection)) ?? error);
    if (end.error.code === diskFull) {
      const message =
        'The session’s disk is full. Drop what you don’t need, or stop the container to start a new one.';
      emit({ type: 'limit', what: 'disk', message });
      return { kind: 'limited', what: 'disk' };
    }
    const { severity } = end.error;
    if (severity === 'FATAL') {
      connection.cut();
      tools.connection.endIsTold();
    }
    // It takes the whole server down, which starts again.
    if (severity === 'PANIC') return lost(tools, statement, connection);
    return { kind: 'failed' };
  }
  return lost(tools, statement, connection);
}

/** What a backend says as it leaves because its postmaster is gone: admin_shutdown, as of a server that is stopped. */
const isServerGone = ({ code, message }: pg.DatabaseError) =>
  code === '57P01' && message.endsWith('due to unexpected postmaster exit');

const stops: Record<NonNullable<MessageEnd['stopped']>['how'], string> = {
  interrupted: 'was interrupted.',
  killed:
    'did not heed an interrupt, so its backend was killed and Postgres recovered; every open connection was cut. A long loop in Rust should call check_for_interrupts!() now and then.',
  stuck: 'couldn’t be stopped, so its container was stopped. The next run gets a new one.',
};

/** After cancel or a time limit. */
async function stopped(
  { environment, connection: ofRun, emit }: StatementTools,
  connection: PgConnection,
  { why, how }: NonNullable<MessageEnd['stopped']>,
  timeoutMs: number,
): Promise<StatementEnd> {
  const sandboxUnusable = how === 'stuck';
  if (how === 'killed') ofRun.endIsTold();
  if (why === 'cancelled') return { kind: 'cancelled', sandboxUnusable };
  const [before, after] = await Promise.all([ofRun.usageBefore, ofRun.usage()]);
  const seconds = `${timeoutMs / 1000} s`;
  if (grew(before?.processLimitHits, after?.processLimitHits)) {
    // What a backend has started goes on where only the statement was interrupted, and leaves no room for anything else.
    if (how === 'interrupted') await killBackend(environment, connection, connection.closed);
    ofRun.endIsTold();
    const message = `The statement exceeded the session’s process limit (${after?.processLimit}) and was stopped.`;
    emit({ type: 'limit', what: 'processes', message });
    return { kind: 'limited', what: 'processes', sandboxUnusable };
  }
  const message = `The statement took over ${seconds} and ${stops[how]}`;
  emit({ type: 'limit', what: 'time', message });
  return { kind: 'limited', what: 'time', sandboxUnusable };
}

/** After the connection ended under a statement: finds out why, and waits for Postgres. */
async function lost(
  tools: StatementTools,
  statement: StatementName,
  connection: PgConnection,
): Promise<StatementEnd> {
  const { emit } = tools;
  const { wireError } = connection;
  // What could not be written to it may be known before its end is.
  connection.cut();
  if (wireError) tools.connection.endIsTold();
  if (wireError?.kind === 'tooBig') {
    const message = `Postgres sent ${wireError.message}, so the connection was closed. The next statement uses a new connection.`;
    emit({ type: 'limit', what: 'output', message });
    return { kind: 'limited', what: 'output' };
  }
  if (wireError) {
    const message = `The data on the Postgres connection isn’t valid protocol (${wireError.message}), so the connection was closed. Your code wrote to the connection itself, or to memory it doesn’t own.`;
    emit({ type: 'crash', signal: null, index: statement.index, message });
    return { kind: 'crashed' };
  }
  const again = await tools.connection.open();
  const reopened = tools.connection.takeReopened();
  if (again.ok) return tellLoss(tools, statement, connection, reopened ?? { ms: 0, restarted: false });
  if (again.error.kind === 'cancelled') return { kind: 'cancelled' };
  await tellLoss(tools, statement, connection, again.error.kind === 'gone' ? 'gone' : 'silent');
  return unreachable(again.error, emit);
}

/** Tells why a connection has ended, and what became of Postgres. */
async function tellLoss(
  { environment, emit, connection }: StatementTools,
  { index }: StatementName,
  { backendPid, anotherCrashed }: PgConnection,
  recovery: Recovery,
): Promise<StatementEnd> {
  const [death, before, after] = await Promise.all([
    readCrash(environment, backendPid, anotherCrashed),
    connection.usageBefore,
    connection.usage(),
  ]);
  const event = explainLoss({ index, death, before, after, recovery });
  emit(event);
  return event.type === 'crash' ? { kind: 'crashed' } : { kind: 'limited', what: event.what };
}

/** Where there is no connection to be had. */
export function unreachable({ kind, message }: DialFailure, emit: Emit): StatementEnd {
  if (kind === 'cancelled') return { kind: 'cancelled' };
  if (kind === 'processes') {
    const message = 'Process limit reached; nothing more could be started in the session.';
    emit({ type: 'limit', what: 'processes', message });
    return { kind: 'limited', what: 'processes', sandboxUnusable: true };
  }
  return { kind: 'lost', message: `The session’s Postgres can’t be reached: ${message}` };
}
