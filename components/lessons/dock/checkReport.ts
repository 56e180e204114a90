import type { RunEventOf } from '../../../protocol/events.ts';
import type { RunRecord } from '../../session/state/sessionState.ts';

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
  if (!run) return { outcome: 'none', words: `${items.length} to hold` };
  const passed = items.filter(({ state }) => state === 'passed').length;
  const count = `${passed} of ${items.length} hold`;
  if (!run.done) return { outcome: 'running', words: `Checking: ${count}` };
  const { outcome, message } = run.done;
  switch (outcome) {
    case 'ok':
      return { outcome: 'passed', words: 'All checks hold.' };
    case 'checksFailed':
      return { outcome: 'failed', words: message ?? `${count}.` };
    case 'buildFailed':
      return { outcome: 'notBuilt', words: 'Your code does not compile, so nothing was checked.' };
    case 'cancelled':
      return { outcome: 'stopped', words: `Cancelled: ${count} up to there.` };
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
    return 'It was stopped, since it took longer than a statement may: is there a loop that does not end?';
  if (/^limit: /m.test(got)) return 'It was stopped at a limit of the container.';
  if (/^crash: /m.test(got))
    return 'The function took its Postgres backend down. Postgres has restarted; your code is as it was.';
  return null;
}
