import { expect, it } from 'vitest';
import type { Diagnostic, Suggestion } from '../../../protocol/events/events.ts';
import { diagnosticDetails } from './diagnosticDetails.ts';
import { proposedText } from './proposedText.ts';

const here = { file: 'src/lib.rs', line: 8 };
const edit = (replacement: string) => ({
  ...here,
  line: 8,
  column: 1,
  endLine: 8,
  endColumn: 1,
  replacement,
});
const suggest = (message: string, ...replacements: string[]): Suggestion => ({
  message,
  applicability: 'MaybeIncorrect',
  edits: replacements.map(edit),
});
const mismatch: Diagnostic = {
  type: 'diagnostic',
  severity: 'error',
  code: 'E0308',
  message: 'mismatched types',
  ...here,
  column: 5,
  endLine: 8,
  endColumn: 9,
  rendered: '',
  suggestions: [suggest('consider borrowing here', '&')],
  labels: [
    { ...here, message: 'expected `&str`, found `String`', primary: true },
    { ...here, line: 7, message: 'expected `&str` because of return type', primary: false },
    { file: 'src/a.rs', line: 2, message: 'defined here', primary: false },
  ],
  notes: [
    { file: null, line: null, message: 'expected reference `&str`', severity: 'note' },
    { ...here, message: 'consider borrowing here', severity: 'help' },
    { file: 'src/a.rs', line: 3, message: 'function defined here', severity: 'note' },
  ],
};

it('has what rustc writes at the place, at others, and below', () => {
  expect(diagnosticDetails(mismatch)).toEqual([
    'expected `&str`, found `String`',
    'line 7: expected `&str` because of return type',
    'src/a.rs:2: defined here',
    'note: expected reference `&str`',
    'help: consider borrowing here: `&`',
    'note: function defined here (src/a.rs:3)',
  ]);
});

it('has nothing to add where a recorded run was made before labels were kept', () => {
  expect(diagnosticDetails({ ...mismatch, labels: undefined, notes: undefined })).toEqual([]);
});

it('names each of several choices', () => {
  const message = 'a local variable with a similar name exists';
  const suggestions = [suggest(message, 'count'), suggest(message, 'counts')];
  const notes = [{ ...here, message, severity: 'help' as const }];
  expect(diagnosticDetails({ ...mismatch, labels: [], notes, suggestions })).toEqual([
    `help: ${message}: \`count\` or \`counts\``,
  ]);
});

it('puts what a suggestion writes on one short line', () => {
  expect(proposedText(suggest('', 'Some(', ')'))).toBe('Some(…)');
  expect(proposedText(suggest('', 'use a::B;\n\n'))).toBe('use a::B;');
  expect(proposedText(suggest('', ''))).toBe('');
  expect(proposedText(suggest('', 'x'.repeat(9_000)))).toBe(`${'x'.repeat(60)}…`);
});
