import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PgWireCheck } from './PgWireCheck.ts';

const bounds = { messageBytes: 1024, totalBytes: 100_000 };

const message = (type: string, body: Buffer | string) => {
  const bytes = Buffer.from(body);
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
};

async function pass(chunks: Buffer[], limits = bounds): Promise<{ bytes: Buffer; error: unknown }> {
  const guard = new PgWireCheck(limits);
  const passed: Buffer[] = [];
  guard.on('data', (chunk: Buffer) => passed.push(chunk));
  const error = await new Promise((resolve) => {
    guard.on('error', resolve).on('end', () => resolve(null));
    for (const chunk of chunks) guard.write(chunk);
    guard.end();
  });
  return { bytes: Buffer.concat(passed), error };
}

const row = (...values: (string | null)[]) => {
  const cells = values.flatMap((value) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value === null ? -1 : Buffer.byteLength(value));
    return value === null ? [length] : [length, Buffer.from(value)];
  });
  return message('D', Buffer.concat([Buffer.from([0, values.length]), ...cells]));
};
const good = [
  message('R', Buffer.alloc(4)),
  message('S', 'TimeZone\0UTC\0'),
  message('K', Buffer.alloc(8, 1)),
  message('Z', 'I'),
  message('T', Buffer.concat([Buffer.from([0, 1]), Buffer.from('a\0'), Buffer.alloc(18)])),
  row('x', null, ''),
  message('N', 'SNOTICE\0Mhello\0\0'),
  message('E', 'SERROR\0C22012\0\0'),
  message('C', 'SELECT 1\0'),
  message('A', Buffer.concat([Buffer.alloc(4), Buffer.from('channel\0payload\0')])),
  message('G', Buffer.from([0, 0, 1, 0, 0])),
  message('d', 'anything'),
  message('c', ''),
  message('I', ''),
];

test('property: well-formed messages come through as they are, however they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...good), { maxLength: 20 }),
      fc.array(fc.nat(40), { maxLength: 30 }),
      async (messages, cuts) => {
        let rest = Buffer.concat(messages);
        const chunks: Buffer[] = [];
        for (const cut of cuts) {
          chunks.push(rest.subarray(0, cut));
          rest = rest.subarray(cut);
        }
        const { bytes, error } = await pass([...chunks, rest]);
        expect(error).toBeNull();
        expect(bytes.equals(Buffer.concat(messages))).toBe(true);
      },
    ),
  );
});

test.each([
  ['a string that never ends', message('C', 'SELECT 1')],
  ['a row whose value is longer than the row', message('D', Buffer.from([0, 1, 0, 0, 0, 9, 65]))],
  ['a row of less than no values', message('D', Buffer.from([255, 255]))],
  ['a request for a password', message('R', Buffer.from([0, 0, 0, 3]))],
  ['an error without its last zero', message('E', 'SERROR\0')],
  ['fields behind the last zero', message('E', '\0SERROR\0\0')],
  ['a column that is cut off', message('T', Buffer.from([0, 1, 65, 0, 1, 2]))],
  ['an unknown type', message('?', 'x')],
  ['a length below four', Buffer.from([90, 0, 0, 0, 0, 0, 0])],
])('breaks at %s', async (_what, bad) => {
  const { bytes, error } = await pass([Buffer.concat([message('Z', 'I'), bad])]);
  expect(error).toMatchObject({ kind: 'malformed' });
  expect(bytes.length).toBeLessThanOrEqual(6);
});

test('breaks at a message or a total that is too big, before it is there', async () => {
  expect((await pass([Buffer.from([68, 0x3f, 255, 255, 255])])).error).toMatchObject({ kind: 'tooBig' });
  expect((await pass([message('d', Buffer.alloc(2000))])).error).toMatchObject({ kind: 'tooBig' });
  const many = Array.from({ length: 200 }, () => message('d', Buffer.alloc(1000)));
  expect((await pass(many)).error).toMatchObject({ kind: 'tooBig' });
});
