import type { Diagnostic, SqlError } from '../../protocol/events/events.ts';

/** What the compiler and Postgres say, with nothing much in it. */
export const aDiagnostic: Diagnostic = {
  type: 'diagnostic',
  severity: 'error',
  code: null,
  message: 'a',
  file: 'src/lib.rs',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 2,
  rendered: '',
  suggestions: [],
};

export const anError: SqlError = {
  type: 'sqlError',
  index: 0,
  statement: '',
  severity: 'ERROR',
  sqlstate: '',
  message: '',
  detail: null,
  hint: null,
  where: null,
  position: null,
  file: 'src/lib.rs',
  line: 1,
};
