import { randomBytes } from 'node:crypto';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { awaitedLater } from '../../base/contain.ts';
import type { DatabaseState, Emit, StepEnd } from '../../ports/runPorts.ts';
import type { ScratchCall, ScratchDatabase } from '../../ports/testPorts.ts';
import { applyExtension } from '../extension/applyExtension.ts';
import { applySettings } from '../extension/applySettings.ts';
import { newDatabase } from '../extension/newDatabase.ts';
import { rustSources } from '../extension/rustSources.ts';
import type { SqlEnvironment } from '../SqlEnvironment.ts';
import { runStatement } from '../script/runStatement.ts';
import { ScriptConnection } from '../script/ScriptConnection.ts';
import { graver } from '../script/StatementEnd.ts';
import type { SplitScript } from '../split/scriptSplitting.ts';
import { runPgRegress } from './runPgRegress.ts';
import { markStatement, readMarkedLogs } from './serverLogMarks.ts';

type Ends = { kind: 'ok' } | StepEnd;

/** What is told of making the database and the extension: what goes wrong, and nothing of the extension itself. */
const told: RunEvent['type'][] = ['sqlError', 'crash', 'limit', 'log'];

/**
 * A database of its own, which the same Postgres has beside the person's. It is made at once, while the compiler may
 * still be at work; what is to be told of that is told in `prepare`.
 */
export function scratchDatabase(
  environment: SqlEnvironment & { database: string },
  split: SplitScript,
  emit: Emit,
  state: DatabaseState,
): ScratchDatabase {
  const mark = randomBytes(8).toString('hex');
  const early: RunEvent[] = [];
  let tell: Emit = (event) => early.push(event);
  const emitTold: Emit = (event) => {
    if (told.includes(event.type)) tell(event);
  };
  let sources: readonly string[] = [];
  const { database: _, ...own } = environment;
  const maker = new ScriptConnection(own, state, emitTold);
  const made = awaitedLater(makeDatabase());

  async function makeDatabase(): Promise<Ends> {
    const tools = { environment: own, connection: maker, emit: emitTold, sources: rustSources([]) };
    const end = await newDatabase(tools, environment.database);
    if (end.kind !== 'ok') return end;
    // A series carries one at a time.
    await maker.close();
    return { kind: 'ok' };
  }

  return {
    async prepare(installed, { extension }) {
      emit({ type: 'phase', phase: 'running' });
      for (const event of early) emit(event);
      tell = emit;
      sources = installed.sources ?? [];
      state.sources = sources;
      const end = await made;
      if (end.kind !== 'ok') return end;
      const tools = { environment: own, connection: maker, emit: emitTold, sources: rustSources(sources) };
      const settings = await applySettings(tools, state, installed);
      if (settings.kind === 'not') return settings.end;
      if (!extension) return { kind: 'ok' };
      await using connection = new ScriptConnection(environment, state, emitTold);
      const fresh: DatabaseState = { created: null, started: state.started };
      return await applyExtension({ ...tools, environment, connection, split }, fresh, installed, {
        kind: 'kept',
      });
    },

    async call(sql, { name: marked, timeoutMs = environment.limits.statementMs, setup } = {}) {
      const call: ScratchCall = { end: { kind: 'ok' }, rows: [], ms: 0, events: [] };
      const hear: Emit = (event) => {
        if (event.type === 'statement') call.rows = event.rows;
        else call.events.push(event);
      };
      await using connection = new ScriptConnection(environment, state, hear);
      const tools = { environment, connection, sources: rustSources(sources), emit: hear };
      const run = (index: number, text: string) => runStatement(tools, { index, sql: text, timeoutMs });
      const before = [...(marked === undefined ? [] : [markStatement(mark, marked)]), 'BEGIN'];
      for (const text of setup === undefined ? before : [...before, setup]) {
        call.end = await run(-1, text);
        if (call.end.kind !== 'ok') break;
      }
      const began = performance.now();
      if (call.end.kind === 'ok') call.end = await run(0, sql);
      call.ms = performance.now() - began;
      if (call.end.kind === 'ok') call.end = graver(await run(-1, 'ROLLBACK'), { kind: 'ok' });
      return call;
    },

    logs: () => readMarkedLogs(environment, mark),

    regress: (names) => runPgRegress(environment, emit, names),

    async [Symbol.asyncDispose]() {
      await made;
      await maker[Symbol.asyncDispose]();
    },
  };
}
