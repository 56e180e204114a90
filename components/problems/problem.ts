/** Something to be mended, with its place. `document` is a file's path or `scriptDocument`. */
export interface Problem {
  severity: 'error' | 'warning' | 'note' | 'help';
  message: string;
  /** The compiler's code (E0308, a lint's name) or Postgres's SQLSTATE. */
  code: string | null;
  document: string | null;
  line: number | null;
  column: number | null;
}
