import type { RunEventOf } from '../../../protocol/events/events.ts';
import type { RunRecord } from '../../session/state/sessionState.ts';
import { countOf } from '../../ui/format/countOf.ts';

export interface CheckItem {
  name: string;
  state: 'untried' | 'trying' | 'passed' | 'failed';
  /** What the check said where it failed. */
  event: RunEventOf<'lessonCheck'> | null;
}

export interface CheckReport {
  items: CheckItem[];
  outcome: 'none' | 'running' | 'passed' | 'failed' | 'notBuilt' | 'stopped';
  /** How it stands, in words. */
  words: string;
}

/** What the last press of Check came to; `names` are the lesson's checks. */
export function checkReport(names: readonly string[], run: RunRecord | null): CheckReport {
  const told = new Map<number, RunEventOf<'lessonCheck'>>();
  for (const event of run?.events ?? []) if (event.type === 'lessonCheck') told.set(event.index, event);
  const checking = run !== null && !run.done && (told.size > 0 || run.phases.at(-1)?.phase === 'running');
  const items = names.map((name, index): CheckItem => {
    const event = told.get(index) ?? null;
    if (event)
      return { name: event.name, state: event.ok ? 'passed' : 'failed', event: event.ok ? null : event };
    return { name, state: checking && index === told.size ? 'trying' : 'untried', event: null };
  });
  return { items, ...standing(run, items) };
}

function standing(run: RunRecord | null, items: CheckItem[]): Pick<CheckReport, 'outcome' | 'words'> {
  if (!run) return { outcome: 'none', words: countOf(items.length, 'check') };
  const passed = items.filter(({ state }) => state === 'passed').length;
  const count = `${passed} of ${items.length} passed`;
  if (!run.done) return { outcome: 'running', words: `Checking: ${count}` };
  const { outcome, message } = run.done;
  switch (outcome) {
    case 'ok':
      return { outcome: 'passed', words: 'All checks passed.' };
    case 'checksFailed':
      return { outcome: 'failed', words: message ?? count };
    case 'buildFailed':
      return { outcome: 'notBuilt', words: 'Your code doesn’t compile, so no checks ran.' };
    case 'cancelled':
      return { outcome: 'stopped', words: `Cancelled: ${count}.` };
    default:
      return { outcome: 'stopped', words: `The checks were stopped. ${message ?? whatHappened(run)}`.trim() };
  }
}

/** The last limit that was met or crash that came, in the server's words. */
function whatHappened({ events }: RunRecord): string {
  const event = events.findLast(({ type }) => type === 'limit' || type === 'crash' || type === 'sqlError');
  return event && 'message' in event && event.message ? event.message : '';
}

/** What an output means that is no answer of the function's: null where it is one. */
export function meaningOf(got: string): string | null {
  if (/^limit: time$/m.test(got))
    return 'Stopped: it exceeded the time limit for a statement. Is there an endless loop?';
  if (/^limit: /m.test(got)) return 'Stopped: it reached a limit of the container.';
  if (/^crash: /m.test(got))
    return 'The function crashed its Postgres backend. Postgres has restarted; your code is unchanged.';
  return null;
}
