import type { RunEvent } from '../protocol/events/events.ts';

/** What Postgres said to some SQL, in the words of a lesson's output blocks; without times, places and backtraces. */
export function outputText(events: readonly RunEvent[]): string {
  return events.flatMap((event) => lines(event)).join('\n');
}

function lines(event: RunEvent): string[] {
  switch (event.type) {
    case 'statement': {
      const { command, text, columns, rows } = event;
      if (text !== undefined) return [text.trimEnd()];
      if (columns.length === 0) return [command ?? ''];
      const cells = rows.map((row) => row.map((cell) => cell ?? 'null'));
      return [columns.map(({ name }) => name), ...cells].map((row) => row.join(' | '));
    }
    case 'notice':
      return [`${event.severity}: ${event.message}`, ...extras(event)];
    case 'notification':
      return [`NOTIFY ${event.channel}: ${event.payload}`];
    case 'sqlError':
      return [`${event.severity} ${event.sqlstate}: ${event.message}`, ...extras(event)];
    case 'crash':
      return [`crash: ${event.signal ?? 'ended'}`];
    case 'limit':
      return [`limit: ${event.what}`];
    default:
      return [];
  }
}

function extras({ detail, hint }: { detail: string | null; hint: string | null }): string[] {
  const isBacktrace = detail !== null && /^\s*\d+: /.test(detail);
  return [...(detail && !isBacktrace ? [`DETAIL: ${detail}`] : []), ...(hint ? [`HINT: ${hint}`] : [])];
}
