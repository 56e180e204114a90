import type { RunEvent } from '../../../protocol/events/events.ts';
import type { RememberedRun } from '../sessionMemory.ts';
import { lostRun } from './lostRun.ts';
import { newRecord } from './newRecord.ts';
import type { GeneratedSql, RunRecord, SessionData } from './sessionState.ts';

/** An event that comes for the first time. `gap` says that others before it never came. */
export interface ArrivedEvent {
  type: 'event';
  run: string;
  at?: number | undefined;
  gap: boolean;
  /** Null for an event of a kind that this page does not know. */
  event: RunEvent | null;
}

/**
 * The state after events of one run. A run that this page did not start, because it was loaded later, becomes the
 * current one; a run that is past, or has ended, takes no more events (SPEC.md, E3).
 */
export function applyEvents(
  state: SessionData,
  run: string,
  events: readonly ArrivedEvent[],
  now: number,
  recall: () => RememberedRun | null,
): SessionData {
  if (run === state.previous?.id) return state;
  const known = state.current?.id === run ? state.current : null;
  if (known?.done) return state;
  const record = extendRecord(known ?? remembered(run, now, recall()), events, now);
  const generated = withGenerated(state.generated, run, events);
  if (known) return { ...state, current: record, generated };
  // A session has one run at a time (SPEC.md, R2): where another begins, the last one has ended unheard.
  const { current } = state;
  const previous = current && !current.done ? lostRun(current, now, unheardEnd) : current;
  return { ...state, previous, current: record, generated };
}

/** A run tells its SQL once, whether CREATE EXTENSION then succeeds or not. */
function withGenerated(
  last: GeneratedSql | null,
  run: string,
  events: readonly ArrivedEvent[],
): GeneratedSql | null {
  for (const { event } of events)
    if ((event?.type === 'extension' || event?.type === 'generated') && last?.run !== run)
      return { run, sql: event.sql, before: last?.sql ?? null };
  return last;
}

const unheardEnd = 'The connection was lost for too long, so the end of this run is unknown. Run again.';

function remembered(id: string, now: number, last: RememberedRun | null): RunRecord {
  return last?.id === id ? newRecord(id, last.startedAt, last.request) : newRecord(id, now, null);
}

/** The record with these events, of its own run, added. */
export function extendRecord(record: RunRecord, arrived: readonly ArrivedEvent[], now: number): RunRecord {
  const events = [...record.events];
  const phases = [...record.phases];
  let { startedAt, done, running } = record;
  let incomplete = record.incomplete || (events.length === 0 && arrived[0]?.event?.type !== 'phase');
  for (const { at, gap, event } of arrived) {
    if (done) break;
    // An event cannot have come before it happened: on a replay this moves the start back to where it was.
    if (at !== undefined) startedAt = Math.min(startedAt, now - at);
    incomplete ||= gap && events.length > 0;
    if (!event) continue;
    events.push(event);
    if (event.type === 'done') done = event;
    if (event.type === 'running') {
      const { index, statement: sql, offset, ms } = event;
      running = { index, sql, offset, atMs: (at ?? now - startedAt) - ms };
    } else if (endsStatement.has(event.type)) running = null;
    if (event.type !== 'phase') continue;
    const time = { phase: event.phase, atMs: at ?? now - startedAt, position: event.position ?? null };
    if (phases.at(-1)?.phase === event.phase)
      phases[phases.length - 1] = { ...time, atMs: phases.at(-1)?.atMs ?? 0 };
    else phases.push(time);
  }
  const cancelling = record.cancelling && !done;
  return { ...record, startedAt, phases, events, running, incomplete, done, cancelling };
}

const endsStatement = new Set<RunEvent['type']>(['statement', 'sqlError', 'crash', 'limit', 'done']);
