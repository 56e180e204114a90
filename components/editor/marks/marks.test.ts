import { describe, expect, it } from 'vitest';
import { scriptDocument } from '../../workspace/documents.ts';
import { divisionByZero, request, unusedImport } from '../testing/editorTestData.ts';
import { marksOf } from './marks.ts';

const findings = { diagnostics: [unusedImport], sqlErrors: [divisionByZero], abnormalEnds: [], request };
const lib = request.files['src/lib.rs'] ?? '';

describe('marks in Rust', () => {
  it('are the compiler’s, with its notes, and the line that raised an error', () => {
    expect(marksOf('src/lib.rs', lib, findings)).toEqual([
      {
        line: 1,
        column: 5,
        endLine: 1,
        endColumn: 6,
        severity: 'warning',
        code: 'unused_imports',
        source: 'rustc',
        message: 'unused import: `x`\nnote: `#[warn(unused_imports)]` on by default',
      },
      expect.objectContaining({
        line: 3,
        column: 3,
        severity: 'error',
        message: 'ERROR: attempt to divide by zero',
      }),
    ]);
  });

  it('move with their lines, and go where the line was changed', () => {
    const edited = lib.replace('use x;', 'use y;\nuse z;');
    expect(marksOf('src/lib.rs', edited, findings).map(({ line }) => line)).toEqual([4]);
  });

  it('are of their own file only', () => {
    expect(marksOf('src/a.rs', 'fn a() {}\n', findings)).toEqual([]);
  });

  it('are none where nobody knows what was run', () => {
    expect(marksOf('src/lib.rs', lib, { ...findings, request: null })).toEqual([]);
  });
});

describe('marks in the script', () => {
  it('cover the failed statement’s first line where Postgres names no position', () => {
    expect(marksOf(scriptDocument, request.sql, findings)).toMatchObject([
      { line: 2, column: 1, endLine: 2, endColumn: 14, code: 'XX000', source: 'Postgres' },
    ]);
  });

  it('cover the word at the position, which counts characters', () => {
    const sql = "select '🦀', nothere;";
    const error = {
      ...divisionByZero,
      statement: sql.slice(0, -1),
      offset: 0,
      position: 13,
      file: null,
      line: null,
    };
    const [mark] = marksOf(scriptDocument, sql, {
      ...findings,
      request: { ...request, sql },
      sqlErrors: [error],
    });
    expect(sql.slice((mark?.column ?? 0) - 1, (mark?.endColumn ?? 0) - 1)).toBe('nothere');
  });

  it('are none for what the run itself said to Postgres', () => {
    const error = { ...divisionByZero, index: -1, offset: 0, file: null };
    expect(marksOf(scriptDocument, request.sql, { ...findings, sqlErrors: [error] })).toEqual([]);
  });

  it('cover the first line of a statement that crashed or met a limit, where the script has it', () => {
    const crash = { type: 'crash', signal: 'SIGSEGV', message: 'It died.', index: 1, offset: 10 } as const;
    const limit = { type: 'limit', what: 'memory', message: 'too much' } as const;
    const abnormalEnds = [{ ...crash, statement: 'select f(1,0)' }, limit];
    expect(marksOf(scriptDocument, request.sql, { ...findings, sqlErrors: [], abnormalEnds })).toEqual([
      {
        line: 2,
        column: 1,
        endLine: 2,
        endColumn: 14,
        severity: 'error',
        code: null,
        source: 'Postgres',
        message: 'The backend died: SIGSEGV\nIt died.',
      },
    ]);
  });
});
