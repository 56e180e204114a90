import stringWidth from 'string-width';
import { positionAt } from '../../ui/text/positionAt.ts';
import { utf16Offset } from '../../ui/text/utf16Offset.ts';

/** The line of a statement in which Postgres saw an error, as psql draws it. */
export interface ErrorExcerpt {
  /** The line's number in the statement, from 1. */
  line: number;
  /** The line, cut around the place where it is long. */
  text: string;
  /** How many character cells there are before the place. */
  indent: number;
}

/** Characters kept on each side of the place: what fits a results pane of ordinary width. */
const reach = 48;

/** `position` is Postgres's: in characters of `statement`, from 1. */
export function errorExcerpt(statement: string, position: number): ErrorExcerpt {
  const offset = utf16Offset(statement, position);
  const { line, column } = positionAt(statement, offset);
  const whole = (statement.split('\n')[line - 1] ?? '').replaceAll('\t', ' ').replace(/\r$/, '');
  const start = Math.max(0, column - 1 - reach);
  const end = column - 1 + reach;
  const lead = start > 0 ? '…' : '';
  const text = lead + whole.slice(start, end) + (end < whole.length ? '…' : '');
  return { line, text, indent: stringWidth(lead + whole.slice(start, column - 1)) };
}
