import { type IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readBody } from './readBody.ts';

function read(body: string | Buffer) {
  const request = Object.assign(Readable.from([Buffer.from(body)]), {
    headers: { 'content-type': 'application/json' },
  }) as unknown as IncomingMessage;
  return readBody(request, new ServerResponse(request), 1024 * 1024);
}

it('reads a body as JSON', async () => {
  expect(await read('{"files":{"src/lib.rs":"é"}}')).toEqual({
    ok: true,
    value: { files: { 'src/lib.rs': 'é' } },
  });
});

it.each([
  ['that is nested too deep', '['.repeat(100_000) + ']'.repeat(100_000), 'nested'],
  ['with too many values', `[${'{},'.repeat(100_000)}1]`, 'values'],
  ['that is no JSON', '{"a"', 'isn’t valid JSON'],
  ['that is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'UTF-8'],
])('answers a body %s with 400', async (_, body, reason) => {
  expect(await read(body)).toEqual({
    ok: false,
    error: { status: 400, detail: expect.stringContaining(reason) },
  });
});
