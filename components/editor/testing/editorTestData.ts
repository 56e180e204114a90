import type { Diagnostic } from '../../../protocol/events/events.ts';
import type { RunRequest } from '../../../protocol/project.ts';
import { sqlError } from '../../../test/support/sqlError.ts';

/** A run of two files and a script, for tests. */
export const request: RunRequest = {
  files: { 'src/lib.rs': 'use x;\nfn f() {\n  g()\n}\n', 'src/a.rs': 'fn a() {}\n' },
  sql: 'select 1;\nselect f(1,0);\n',
  mode: 'run',
};

export const unusedImport: Diagnostic = {
  type: 'diagnostic',
  severity: 'warning',
  code: 'unused_imports',
  message: 'unused import: `x`',
  file: 'src/lib.rs',
  line: 1,
  column: 5,
  endLine: 1,
  endColumn: 6,
  rendered: '',
  labels: [],
  notes: [{ file: null, line: null, severity: 'note', message: '`#[warn(unused_imports)]` on by default' }],
  suggestions: [
    {
      message: 'remove the whole `use` item',
      applicability: 'MachineApplicable',
      edits: [{ file: 'src/lib.rs', line: 1, column: 1, endLine: 2, endColumn: 1, replacement: '' }],
    },
  ],
};

export const divisionByZero = sqlError({
  index: 1,
  statement: 'select f(1,0)',
  offset: 10,
  sqlstate: 'XX000',
  message: 'attempt to divide by zero',
  file: 'src/lib.rs',
  line: 3,
});
