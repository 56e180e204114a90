import type { RunEventOf } from '../../protocol/events/events.ts';
import type { ResultEvent } from '../session/state/runParts.ts';
import type { RunningStatement } from '../session/state/sessionState.ts';

/** What Postgres said beside a statement's result. */
export type Notice = RunEventOf<'notice' | 'notification'>;

/** What ended a statement, or nothing yet. */
type StatementEnd = RunEventOf<'statement' | 'sqlError'>;

/** A crash or limit that ended a statement is told with it. */
type AbnormalEnd = RunEventOf<'crash' | 'limit'>;

/** One thing that the results pane tells. `key` is the same for the same thing in the next run. */
export type StoryItem = { key: string; notices: Notice[] } & (
  | { kind: 'build'; event: RunEventOf<'build'> }
  | { kind: 'extension'; event: RunEventOf<'extension'> }
  | { kind: 'statement'; event: StatementEnd }
  | { kind: 'abnormalEnd'; event: AbnormalEnd }
  /** Notices of a statement that has not ended. */
  | { kind: 'pending' }
  /** The statement under way; `since` is by `pageNow`. */
  | { kind: 'running'; statement: RunningStatement; since: number }
  | { kind: 'serverLog'; text: string }
  | { kind: 'done'; event: RunEventOf<'done'> }
);

/**
 * The events of a run as a story in their order: what was built, what became of the extension, then each statement
 * with the notices that it raised before it ended. An end that the events before it explain needs no word.
 */
export function toStory(events: readonly ResultEvent[]): StoryItem[] {
  const items: StoryItem[] = [];
  const taken = new Map<string, number>();
  let notices: Notice[] = [];
  const add = (name: string, item: DistributiveOmit<StoryItem, 'key' | 'notices'>) => {
    const times = taken.get(name) ?? 0;
    taken.set(name, times + 1);
    items.push({ ...item, key: times === 0 ? name : `${name}.${times}`, notices } as StoryItem);
    notices = [];
  };
  for (const event of events) {
    switch (event.type) {
      case 'notice':
      case 'notification':
        notices.push(event);
        break;
      case 'build':
        add('build', { kind: 'build', event });
        break;
      case 'extension':
        add('extension', { kind: 'extension', event });
        break;
      case 'statement':
      case 'sqlError':
        add(`statement:${event.index}`, { kind: 'statement', event });
        break;
      case 'crash':
      case 'limit':
        add(keyOfAbnormalEnd(event), { kind: 'abnormalEnd', event });
        break;
      case 'log':
        add('serverLog', { kind: 'serverLog', text: event.text });
        break;
      case 'done':
        if (notices.length > 0) add('pending', { kind: 'pending' });
        if (needsWord(event)) add('done', { kind: 'done', event });
    }
  }
  if (notices.length > 0) add('pending', { kind: 'pending' });
  return items;
}

/** The same as of what else could have ended the statement, so that each takes the other's place in the next run. */
function keyOfAbnormalEnd({ type, index }: AbnormalEnd): string {
  return index !== undefined && index >= 0 ? `statement:${index}` : type;
}

function needsWord({ outcome, message }: RunEventOf<'done'>): boolean {
  return message !== undefined || outcome === 'cancelled' || outcome === 'unavailable';
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
