import { expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { sqlError } from '../../test/support/sqlError.ts';
import { scriptDocument } from '../workspace/documents.ts';
import { problemCounts } from './problemCounts.ts';
import { problemsOf } from './problemsOf.ts';

const diagnostic = (severity: 'error' | 'warning', line: number): RunEvent => ({
  type: 'diagnostic',
  severity,
  code: null,
  message: 'm',
  file: 'src/lib.rs',
  line,
  column: 2,
  endLine: line,
  endColumn: 3,
  rendered: '',
  suggestions: [],
});

it('puts errors first and says the same thing once', () => {
  const problems = problemsOf(
    [diagnostic('warning', 1), diagnostic('error', 2), diagnostic('warning', 1)],
    '',
  );
  expect(problems.map(({ severity, line }) => [severity, line])).toEqual([
    ['error', 2],
    ['warning', 1],
  ]);
  expect(problemCounts(problems)).toBe('1 error, 1 warning');
});

it('says what helps, and nothing of the lint itself', () => {
  const note = (severity: 'note' | 'help', message: string) => ({
    file: null,
    line: null,
    severity,
    message,
  });
  const notes = [
    note('help', 'for further information visit https://rust-lang.github.io/x'),
    note('note', '`#[warn(clippy::x)]` on by default'),
    note('help', 'remove it'),
  ];
  const found = { ...diagnostic('warning', 1), notes } as RunEvent;
  expect(problemsOf([found], '')[0]?.details).toEqual(['help: remove it']);
});

it('puts problems in the order of their places, the script last', () => {
  const at = (file: string, line: number) => ({ ...diagnostic('error', line), file }) as RunEvent;
  const events = [sqlError({ offset: 0 }), at('src/z.rs', 1), at('src/lib.rs', 9), at('src/lib.rs', 2)];
  expect(problemsOf(events, 'select nope').map(({ document, line }) => [document, line])).toEqual([
    ['src/lib.rs', 2],
    ['src/lib.rs', 9],
    ['src/z.rs', 1],
    [scriptDocument, 1],
  ]);
});

it('has crashes and limits, at their statement where that is known', () => {
  const crash: RunEvent = { type: 'crash', signal: 'SIGABRT', message: 'It died.', index: 1, offset: 10 };
  const limit: RunEvent = { type: 'limit', what: 'time', message: 'The build took over 60 s.' };
  expect(problemsOf([crash, limit], 'select 1;\nselect crash()')).toMatchObject([
    { message: 'Stopped: it took too long', details: ['The build took over 60 s.'], document: null },
    { message: 'The backend died: SIGABRT', document: scriptDocument, line: 2, column: 1 },
  ]);
});

it('places an SQL error in the script, or in Rust where it came from there', () => {
  const script = 'select 1;\nselect nope';
  expect(problemsOf([sqlError({ offset: 10, position: 8 })], script)[0]).toMatchObject({
    document: scriptDocument,
    line: 2,
    column: 8,
  });
  expect(problemsOf([sqlError({ file: 'src/lib.rs', line: 9 })], script)[0]).toMatchObject({
    document: 'src/lib.rs',
    line: 9,
  });
  expect(problemsOf([sqlError({ index: -1 })], script)[0]).toMatchObject({ document: null, line: null });
});
