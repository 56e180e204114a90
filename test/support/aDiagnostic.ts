import type { Diagnostic } from '../../protocol/events/events.ts';

/** A compiler's message with nothing much in it. */
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
