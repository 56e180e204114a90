import type { RunEvent } from '../../../protocol/events/events.ts';
import { firstLines } from '../../../protocol/firstLines.ts';
import type { RecordedEvent, Snippet } from '../../../protocol/snippet.ts';
import type { PictureText } from '../../ports/picture.ts';

/** More than the picture has room for. */
const lines = 12;
const length = 200;

/** What of a snippet is in its picture: its title, its first lines, and the first thing that Postgres said. */
export function pictureText(snippet: Snippet, events: readonly RecordedEvent[] | null): PictureText {
  const code = firstLines(snippet, lines);
  const said = firstSaid(events ?? []);
  return {
    title: (snippet.title || 'A Postgres extension in Rust').slice(0, length),
    code: code.slice(0, lines * length),
    result: said.slice(0, length),
  };
}

function firstSaid(events: readonly RecordedEvent[]): string {
  for (const { event } of events) {
    const said = saidBy(event);
    if (said !== null) return said;
  }
  return '';
}

function saidBy(event: RunEvent): string | null {
  if (event.type === 'statement' && event.rows.length > 0)
    return asLine(event.sql, (event.rows[0] ?? []).map((value) => value ?? 'null').join(', '));
  if (event.type === 'sqlError') return asLine(event.statement, `${event.severity}: ${event.message}`);
  return null;
}

/** As one writes it into a script, with its answer as a comment. */
function asLine(sql: string, answer: string): string {
  const statement = sql.replace(/\s+/g, ' ').trim().replace(/;$/, '');
  return `${statement.slice(0, length / 2)}; -- ${answer.replace(/\s+/g, ' ').trim()}`;
}
