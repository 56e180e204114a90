import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnosticEvent } from '../../../protocol/events/diagnosticEvent.ts';
import { ProjectPlaces } from './ProjectPlaces.ts';
import { rustcMessage } from './rustcMessage.ts';
import { toDiagnostic } from './toDiagnostic.ts';
import { utf16Column } from './utf16Column.ts';

const files = { 'src/lib.rs': 'fn a() {}\n    let é😀 = "x"; foo(é😀);\n', 'src/deep/mod.rs': '' };
const places = new ProjectPlaces(files);

const span = (file_name: string, line: number, from: number, to: number, more: object = {}) => ({
  file_name,
  line_start: line,
  line_end: line,
  column_start: from,
  column_end: to,
  is_primary: true,
  text: [],
  suggested_replacement: null,
  suggestion_applicability: null,
  expansion: null,
  ...more,
});
const diagnose = (message: object) =>
  toDiagnostic(
    rustcMessage.parse({ message: 'm', level: 'error', spans: [], children: [], ...message }),
    places,
  );

test('columns count UTF-16 code units', () => {
  // `😀` is two of them: character 9 is where `é` is, 11 is behind `😀`.
  expect(diagnose({ spans: [span('src/lib.rs', 2, 9, 11)] })).toMatchObject({
    file: 'src/lib.rs',
    line: 2,
    column: 9,
    endLine: 2,
    endColumn: 12,
  });
});

test('a place in a macro of a dependency is that of the call in the project', () => {
  const call = span('src/lib.rs', 1, 4, 5);
  const inner = span('/opt/pgrx/vendor/pgrx-macros-0.19.3/src/lib.rs', 900, 1, 9, {
    expansion: { span: call },
  });
  const outer = span('/usr/src/rustc/library/core/src/macros.rs', 5, 1, 2, { expansion: { span: inner } });
  expect(diagnose({ spans: [outer] })).toMatchObject({
    file: 'src/lib.rs',
    line: 1,
    column: 4,
    endColumn: 5,
  });
});

test('one that has no call in the project is told as it is', () => {
  expect(diagnose({ spans: [span('/opt/pgrx/vendor/x/src/lib.rs', 5, 2, 3)] })).toMatchObject({
    file: '/opt/pgrx/vendor/x/src/lib.rs',
    line: 5,
  });
  expect(diagnose({})).toMatchObject({ file: null, line: null, column: null });
});

test('messages that only sum up are left out', () => {
  expect(diagnose({ message: 'aborting due to 2 previous errors' })).toBeNull();
  expect(diagnose({ level: 'warning', message: '3 warnings emitted' })).toBeNull();
  expect(diagnose({ level: 'failure-note', message: 'For more information…' })).toBeNull();
});

test('a macro that panicked says why', () => {
  const children = [{ level: 'help', message: 'message: #[pg_guard] must be "C-unwind"', spans: [] }];
  expect(diagnose({ message: 'custom attribute panicked', children })?.message).toBe(
    'custom attribute panicked: #[pg_guard] must be "C-unwind"',
  );
});

const proposal = (from: number, to: number, replacement: string, more: object = {}) =>
  span('src/lib.rs', 2, from, to, {
    suggested_replacement: replacement,
    suggestion_applicability: 'MachineApplicable',
    ...more,
  });
const suggest = (...spans: object[]) =>
  diagnose({ children: [{ level: 'help', message: 'try', spans }] })?.suggestions;

test('what the compiler proposes becomes edits: several places at once, or several choices for one', () => {
  expect(suggest(proposal(5, 5, '('), proposal(8, 8, ')'))).toMatchObject([
    {
      message: 'try',
      applicability: 'MachineApplicable',
      edits: [
        { column: 5, replacement: '(' },
        { column: 8, replacement: ')' },
      ],
    },
  ]);
  expect(suggest(proposal(5, 8, 'a'), proposal(5, 8, 'b'))).toMatchObject([
    { edits: [{ replacement: 'a' }] },
    { edits: [{ replacement: 'b' }] },
  ]);
});

test('proposals that do not fit the project’s text are left out', () => {
  expect(suggest(proposal(5, 8, 'a'), proposal(7, 9, 'b'))).toEqual([]);
  expect(suggest(proposal(5, 8, 'a', { file_name: '/usr/src/x.rs' }))).toEqual([]);
  expect(suggest(proposal(5, 8, 'a', { expansion: { span: span('src/lib.rs', 1, 1, 2) } }))).toEqual([]);
});

test('property: a column is as many code units in as its characters have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (line, column) => {
      const characters = [...line];
      const within = Math.min(column, characters.length);
      expect(utf16Column(line, within + 1)).toBe(characters.slice(0, within).join('').length + 1);
    }),
  );
});

test('property: whatever has the shape of a message of rustc becomes what the protocol takes', () => {
  const number = fc.oneof(fc.nat(5), fc.nat(10_000_000));
  const places_ = fc.record({
    file_name: fc.constantFrom(
      'src/lib.rs',
      './src/lib.rs',
      '/work/project/src/lib.rs',
      '/x.rs',
      '__proto__',
      '',
    ),
    line_start: number,
    line_end: number,
    column_start: number,
    column_end: number,
    is_primary: fc.boolean(),
    suggested_replacement: fc.option(fc.string()),
    suggestion_applicability: fc.option(fc.string()),
  });
  const text = fc.oneof(fc.string(), fc.constant('😀'.repeat(20_000)));
  const spans = fc.array(places_, { maxLength: 4 });
  const child = fc.record({ message: text, level: fc.string(), spans });
  const message = fc.record({ message: text, level: text, spans, rendered: text, children: fc.array(child) });
  fc.assert(
    fc.property(message, (one) => {
      const diagnostic = toDiagnostic(rustcMessage.parse(one), places);
      if (diagnostic) diagnosticEvent.parse(diagnostic);
    }),
  );
});

test('a syntax tree that pgrx prints is told in words, in the log as well', () => {
  const tree = 'Got unknown return type (other): Type::ImplTrait { impl_token: Impl, bounds: [] }';
  const found = diagnose({ message: tree, rendered: `error: ${tree}\n --> src/lib.rs` });
  expect(found?.message).toMatch(/^A function for SQL can’t return `impl Trait`\. .*SetOfIterator/);
  expect(found?.rendered).toBe(`error: ${found?.message}\n --> src/lib.rs`);
  expect(diagnose({ message: tree.replace('ImplTrait', 'Infer') })?.message).toContain('(Infer)');
});

test('labels and notes are kept with their places, those in a dependency without', () => {
  const spans = [
    span('src/lib.rs', 1, 4, 5, { is_primary: false, label: 'because of this' }),
    span('src/lib.rs', 2, 9, 11, { label: 'expected `&str`, found `String`' }),
    span('/opt/x.rs', 5, 2, 3, { is_primary: false, label: 'left out' }),
  ];
  const children = [
    { level: 'note', message: 'defined here', spans: [span('src/deep/mod.rs', 3, 1, 2)] },
    { level: 'note', message: 'and there', spans: [span('/opt/x.rs', 3, 1, 2)] },
    { level: 'help', message: 'try', spans: [] },
  ];
  expect(diagnose({ spans, children })).toMatchObject({
    labels: [
      { file: 'src/lib.rs', line: 2, message: 'expected `&str`, found `String`', primary: true },
      { file: 'src/lib.rs', line: 1, message: 'because of this', primary: false },
    ],
    notes: [
      { file: 'src/deep/mod.rs', line: 3, message: 'defined here', severity: 'note' },
      { file: null, line: null, message: 'and there', severity: 'note' },
      { file: null, line: null, message: 'try', severity: 'help' },
    ],
  });
});

test('what a panicking macro says is not said again as a note', () => {
  const children = [{ level: 'help', message: 'message: no such thing', spans: [] }];
  expect(diagnose({ message: 'custom attribute panicked', children })?.notes).toEqual([]);
});
