import { expect, it } from 'vitest';
import { request, unusedImport } from '../testing/editorTestData.ts';
import { fixesOf } from './fixes.ts';

const findings = { diagnostics: [unusedImport], sqlErrors: [], abnormalEnds: [], request };
const lib = request.files['src/lib.rs'] ?? '';

it('offers what rustc proposes, as edits', () => {
  expect(fixesOf('src/lib.rs', lib, findings)).toEqual([
    {
      title: 'remove the whole `use` item (`use x;`)',
      sure: true,
      at: { line: 1, column: 5, endLine: 1, endColumn: 6 },
      edits: [{ span: expect.objectContaining({ line: 1, column: 1, endLine: 2, endColumn: 1 }), text: '' }],
    },
  ]);
});

it('moves a proposal with its lines', () => {
  const [fix] = fixesOf('src/lib.rs', `// a\n// b\n${lib}`, findings);
  expect(fix?.edits[0]?.span).toMatchObject({ line: 3, endLine: 4 });
});

it('does not offer a proposal for lines that were changed since', () => {
  expect(fixesOf('src/lib.rs', lib.replace('use x;', 'use y;'), findings)).toEqual([]);
  expect(fixesOf('src/lib.rs', lib.replace('fn f()', 'fn ff()'), findings)).toEqual([]);
});

it('does not offer half of a proposal that changes two files', () => {
  const [suggestion] = unusedImport.suggestions;
  if (!suggestion) throw new Error('the test’s diagnostic has a suggestion');
  const other = { file: 'src/a.rs', line: 1, column: 1, endLine: 1, endColumn: 1, replacement: 'x' };
  const both = { ...suggestion, edits: [...suggestion.edits, other] };
  const diagnostics = [{ ...unusedImport, suggestions: [both] }];
  expect(fixesOf('src/lib.rs', lib, { ...findings, diagnostics })).toEqual([]);
});

it('says what it would write where that is short', () => {
  const edits = [{ file: 'src/lib.rs', line: 3, column: 6, endLine: 3, endColumn: 6, replacement: ';' }];
  const add = { message: 'add a semicolon', applicability: 'HasPlaceholders', edits } as const;
  const [fix] = fixesOf('src/lib.rs', lib, {
    ...findings,
    diagnostics: [{ ...unusedImport, suggestions: [add] }],
  });
  expect(fix?.title).toBe('add a semicolon: `;` (fill in the placeholder)');
  expect(fix?.sure).toBe(false);
});

it('offers a change where rustc only says what there is', () => {
  const edits = [
    { file: 'src/lib.rs', line: 3, column: 3, endLine: 3, endColumn: 4, replacement: 'to_uppercase' },
  ];
  const message = 'there is a method `to_uppercase` with a similar name';
  const [fix] = fixesOf('src/lib.rs', lib, {
    ...findings,
    diagnostics: [{ ...unusedImport, suggestions: [{ message, applicability: 'MaybeIncorrect', edits }] }],
  });
  expect(fix?.title).toBe('Replace with `to_uppercase`');
});

it('says what it would write at several places', () => {
  const edits = [
    { file: 'src/lib.rs', line: 3, column: 3, endLine: 3, endColumn: 3, replacement: 'Some(' },
    { file: 'src/lib.rs', line: 3, column: 6, endLine: 3, endColumn: 6, replacement: ')' },
  ];
  const wrap = { message: 'try wrapping the expression', applicability: 'MaybeIncorrect', edits } as const;
  const [fix] = fixesOf('src/lib.rs', lib, {
    ...findings,
    diagnostics: [{ ...unusedImport, suggestions: [wrap] }],
  });
  expect(fix?.title).toBe('try wrapping the expression: `Some(…)`');
});
