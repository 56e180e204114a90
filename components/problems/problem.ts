import type { Diagnostic } from '../../protocol/events/events.ts';

/** Something to be mended, with its place. `document` is a file's path or `scriptDocument`. */
export interface Problem {
  severity: 'error' | 'warning' | 'note' | 'help';
  message: string;
  /** What else is said of it, a line each. */
  details: string[];
  /** The compiler's code (E0308, a lint's name) or Postgres's SQLSTATE. */
  code: string | null;
  document: string | null;
  line: number | null;
  column: number | null;
  /** What the compiler said, where it was the compiler. */
  diagnostic: Diagnostic | null;
}
