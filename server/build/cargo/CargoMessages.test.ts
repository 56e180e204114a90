import { expect, test, vi } from 'vitest';
import { CargoMessages } from './CargoMessages.ts';
import { LineReader } from './LineReader.ts';
import { ProjectPlaces } from './ProjectPlaces.ts';

function read(...chunks: (string | Buffer)[]) {
  const told: unknown[] = [];
  const messages = new CargoMessages(new ProjectPlaces({ 'src/lib.rs': '' }), 'mark', {
    diagnostic: ({ severity, message }) => told.push([severity, message]),
    unread: () => told.push('unread'),
    other: (line) => told.push(line),
    ended: (code) => told.push(code),
  });
  const lines = new LineReader(400);
  for (const chunk of chunks) for (const line of lines.take(Buffer.from(chunk))) messages.take(line);
  messages.take(lines.end());
  return told;
}

const warning = JSON.stringify({
  reason: 'compiler-message',
  message: { message: 'unused', level: 'warning', spans: [], children: [], rendered: 'w' },
});

test('messages are told apart from what code prints between them', () => {
  expect(
    read(`${warning}\n`, 'hello\n{"reason":"compiler-artifact"}\n', '{"reason":"other"}\n{broken\n'),
  ).toEqual([['warning', 'unused'], 'hello', '{"reason":"other"}', '{broken']);
});

test('rustc is understood without cargo before it', () => {
  const bare = JSON.stringify({
    $message_type: 'diagnostic',
    message: 'unused',
    level: 'warning',
    spans: [],
    children: [],
    rendered: 'w',
  });
  const artifact = JSON.stringify({ $message_type: 'artifact', artifact: 'libx.so', emit: 'link' });
  expect(read(`${bare}\n${artifact}\nhello\n`)).toEqual([['warning', 'unused'], 'hello']);
});

test('lines may be cut anywhere', () => {
  const bytes = Buffer.from(`é😀\n${warning}`);
  expect(read(...[...bytes].map((byte) => Buffer.from([byte])))).toEqual(['é😀', ['warning', 'unused']]);
});

test('only the line with the right word tells that cargo has ended', () => {
  expect(read('{"playground":"other","code":0}\n{"playground":"mark","code":101}\n')).toEqual([
    '{"playground":"other","code":0}',
    101,
  ]);
});

test('of a long line the beginning is kept', () => {
  expect(read('x'.repeat(300), 'y'.repeat(300), '\nz')).toEqual(['x'.repeat(300) + 'y'.repeat(100), 'z']);
});

test('nesting without end is a line like any other', () => {
  const [line] = read(`{"reason":${'['.repeat(300)}`);
  expect(line).toContain('[[[');
});

const span = (more: object = {}) => ({
  file_name: '/elsewhere.rs',
  line_start: 1,
  line_end: 1,
  column_start: 1,
  column_end: 2,
  is_primary: true,
  ...more,
});
const compiler = (message: object) =>
  JSON.stringify({
    reason: 'compiler-message',
    message: { message: 'm', level: 'error', spans: [], children: [], ...message },
  });
/** Takes whole lines, of any length. */
function take(...lines: string[]) {
  const told: unknown[] = [];
  const messages = new CargoMessages(new ProjectPlaces({ 'src/lib.rs': 'fn a() {}\n' }), 'mark', {
    diagnostic: ({ file, line }) => told.push([file, line]),
    unread: () => told.push('unread'),
    other: (line) => told.push(line.slice(0, 10)),
    ended: (code) => told.push(code),
  });
  for (const line of lines) messages.take(line);
  return told;
}

test('macro calls in each other are followed as deep as rustc goes', () => {
  let called: object = span({ file_name: 'src/lib.rs' });
  for (let depth = 0; depth < 128; depth++) called = span({ expansion: { span: called } });
  expect(take(compiler({ spans: [called] }))).toEqual([['src/lib.rs', 1]]);
});

test('a message that is nested deeper, or holds too much, is left out', () => {
  const nested = `{"reason":"compiler-message","message":${'['.repeat(5_000)}`;
  const closed = `${nested}${']'.repeat(5_000)}}`;
  let called = '1';
  for (let depth = 0; depth < 3_000; depth++) called = `{"span":{"expansion":${called}}}`;
  const expanded = `{"reason":"compiler-message","message":{"message":"m","level":"error","spans":[${called}]}}`;
  expect(take(nested, closed, expanded, compiler({ spans: Array(5_000).fill(span()) }))).toEqual([
    'unread',
    'unread',
    'unread',
    'unread',
  ]);
  expect(take(compiler({ spans: Array(200).fill(span()), children: Array(200).fill({}) }))).toEqual([
    '{"reason":',
  ]);
});

test('what is no message is not even parsed', () => {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    expect(
      take('{}', '{"a":1}', '{"reason":"x"}', '{"reason":"build-finished"}', '{"$message_type":"x"}'),
    ).toEqual(['{}', '{"a":1}', '{"reason":']);
    expect(parse).not.toHaveBeenCalled();
  } finally {
    parse.mockRestore();
  }
});
