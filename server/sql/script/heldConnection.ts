import type { RunEvent } from '../../../protocol/events/events.ts';
import { fail, ok } from '../../../protocol/result.ts';
import { letRun } from '../../base/contain.ts';
import type { ConnectionListener, DatabaseState, OpenConnection } from '../../ports/runPorts.ts';
import type { Sandbox } from '../../ports/sandboxPort.ts';
import { rustSources } from '../extension/rustSources.ts';
import { inspectBackend } from '../postmaster/inspectBackend.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import { notSplit, type SplitScript } from '../split/scriptSplitting.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import { runSqlScript } from './runSqlScript.ts';
import { ScriptConnection } from './ScriptConnection.ts';

/** A person who looks at locks waits for other connections of theirs, and has Cancel. */
const patienceMs = 15 * 60_000;

/**
 * A connection that is kept open beside runs, with the state that statements leave in it. Where Postgres has ended it, the
 * next script gets another in its place.
 */
export function heldConnection(
  base: Omit<SqlEnvironment, 'sandbox' | 'signal'>,
  split: SplitScript,
  sandbox: Sandbox,
  state: DatabaseState,
  listener: ConnectionListener,
): OpenConnection {
  const life = new AbortController();
  const limits = { ...base.limits, statementMs: patienceMs, scriptMs: patienceMs };
  const environment: SqlEnvironment = { port: base.port, limits, sandbox, signal: life.signal };
  let emit: (event: RunEvent) => void = (event) => listener.onEvent(event);
  const connection = new ScriptConnection(environment, state, (event) => emit(event));
  let current: PgConnection | null = null;

  const open = async () => {
    const opened = await connection.open();
    if (!opened.ok) return fail(opened.error.message);
    // The listener has heard of its end.
    connection.takeReopened();
    if (opened.value !== current) follow(opened.value);
    return ok(undefined);
  };

  function follow(next: PgConnection): void {
    current = next;
    const closed = next.closed.then(() => {
      if (current === next) listener.onClosed();
    });
    letRun('connection', closed);
  }

  return {
    open,
    get pid() {
      return current?.isOpen ? current.backendPid : null;
    },
    get transaction() {
      return current?.isOpen ? current.transaction : 'none';
    },
    async execute(script, context) {
      const parts = await split(script, sandbox.id);
      if (!parts.ok) return notSplit(parts.error, context.emit);
      await open();
      emit = context.emit;
      try {
        const tools = {
          environment: { ...environment, signal: context.signal },
          connection,
          emit: context.emit,
          sources: rustSources(state.sources ?? []),
        };
        return await runSqlScript(tools, parts.value);
      } finally {
        emit = (event) => listener.onEvent(event);
        await open();
      }
    },
    async look() {
      const pid = current?.isOpen ? current.backendPid : null;
      return pid === null ? { libraries: [], waitsFor: [] } : inspectBackend(environment, pid);
    },
    async [Symbol.asyncDispose]() {
      current = null;
      life.abort();
      await connection[Symbol.asyncDispose]();
    },
  };
}
