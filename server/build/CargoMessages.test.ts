import { expect, test } from 'vitest';
import { CargoMessages } from './CargoMessages.ts';
import { LineReader } from './LineReader.ts';
import { ProjectPlaces } from './ProjectPlaces.ts';

function read(...chunks: (string | Buffer)[]) {
  const told: unknown[] = [];
  const messages = new CargoMessages(new ProjectPlaces({ 'src/lib.rs': '' }), 'mark', {
    diagnostic: ({ severity, message }) => told.push([severity, message]),
    other: (line) => told.push(line),
    ended: (code) => told.push(code),
  });
  const lines = new LineReader(400, (line) => messages.take(line));
  for (const chunk of chunks) lines.take(Buffer.from(chunk));
  lines.end();
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
