import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { clipLines, drawable } from './drawable.ts';
import { pictureDrawer } from './drawPicture.ts';

const fetched = vi.fn();
let draw: Awaited<ReturnType<typeof pictureDrawer>>;
beforeAll(async () => {
  draw = await pictureDrawer();
});
// The library reads its own files by fetch; anything else would tell somebody of a snippet.
const real = globalThis.fetch;
beforeEach(() => {
  fetched.mockClear();
  vi.stubGlobal('fetch', (input: string | URL | Request, ...rest: [RequestInit?]) => {
    if (/^https?:/.test(String(input))) fetched(String(input));
    return real(input, ...rest);
  });
});
afterEach(() => void vi.unstubAllGlobals());

const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

it('draws a picture of the size that previews have', async () => {
  const png = await draw({ title: 'Adding', code: 'fn add() {\n    1\n}', result: 'select add() → 1' });
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(sizeOf(png)).toEqual([1200, 630]);
});

it('asks nobody for a character: all that is left can be drawn here', async () => {
  const kept = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code)).join('');
  const letters = [...new Set(drawable(kept))].join('').replaceAll('\n', '');
  for (let at = 0; at < letters.length; at += 50)
    await draw({
      title: letters.slice(at, at + 50),
      code: letters.slice(at, at + 50),
      result: '你好 👋🏽 \u202Eevil',
    });
  expect(fetched.mock.calls).toEqual([]);
});

it('shows as much as there is room for, whatever it is given', async () => {
  const long = 'x'.repeat(100_000);
  const png = await draw({ title: long, code: `${long}\n`.repeat(100), result: long });
  expect(sizeOf(png)).toEqual([1200, 630]);
  expect(clipLines('abc\nde\nf', 2, 2)).toBe('a…\nde');
});

it('takes markup for the text that it is', async () => {
  await draw({ title: '<img src="http://127.0.0.1:9/x">', code: '</div><script>', result: '&amp;' });
  expect(fetched.mock.calls).toEqual([]);
});
