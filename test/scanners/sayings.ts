import type { Diagnostic } from '../../protocol/events/events.ts';
import { sqlError } from '../support/sqlError.ts';

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

export const anError = sqlError({ statement: '', sqlstate: '', message: '', file: 'src/lib.rs', line: 1 });
