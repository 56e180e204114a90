import type { StatementResult } from '../../../protocol/events/events.ts';
import { isNumeric } from './columnKind.ts';

/**
 * A result as a Markdown table (GitHub's). What Markdown or HTML would take for markup is escaped, line ends become
 * `<br>`, and NULL is written in italics.
 */
export function toMarkdown({ columns, rows }: Pick<StatementResult, 'columns' | 'rows'>): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ name }) => escaped(name))),
    line(columns.map(({ type }) => (isNumeric(type) ? '--:' : '---'))),
    ...rows.map((row) => line(columns.map((_, index) => cell(row[index] ?? null)))),
  ].join('\n');
}

function cell(value: string | null): string {
  return value === null ? '*null*' : escaped(value);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_~|[\]$]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '<br>');
}
