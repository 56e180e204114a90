import type { RunEvent } from '../../protocol/events/events.ts';

/** What Postgres said to a script, without what differs from run to run, such as times and backtraces. */
export function eventsAsText(events: readonly RunEvent[]): string {
  return events.flatMap((event) => lines(event)).join('\n');
}

function lines(event: RunEvent): string[] {
  switch (event.type) {
    case 'statement': {
      const { sql, command, text, columns, rows } = event;
      const table = [
        columns.map(({ name }) => name),
        ...rows.map((row) => row.map((cell) => cell ?? 'null')),
      ];
      const result = columns.length > 0 ? table.map((row) => row.join(' | ')) : [command ?? ''];
      return [`${sql};`, ...(text === undefined ? result : [text]), ''];
    }
    case 'notice':
      return [`${event.severity}: ${event.message}`, ...extras(event)];
    case 'notification':
      return [`NOTIFY ${event.channel}: ${event.payload}`];
    case 'sqlError': {
      const { statement, severity, sqlstate, message, file, line } = event;
      const place = file ? [`AT: ${file}:${line}`] : [];
      return [`${statement.trim()};`, `${severity} ${sqlstate}: ${message}`, ...extras(event), ...place, ''];
    }
    case 'crash':
    case 'limit':
      return [`${event.type}: ${event.message}`, ''];
    default:
      return [];
  }
}

function extras({ detail, hint }: { detail: string | null; hint: string | null }): string[] {
  const isBacktrace = detail !== null && /^\s*\d+: /.test(detail);
  return [...(detail && !isBacktrace ? [`DETAIL: ${detail}`] : []), ...(hint ? [`HINT: ${hint}`] : [])];
}
