import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { unpackTar } from 'modern-tar';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlayedServer, playedServer } from '../../../test/support/fakes/playedServer.ts';

let played: PlayedServer;
let id = '';
const files = { 'src/lib.rs': '// <script>é</script>\n' };
beforeEach(async () => {
  played = await playedServer((settings) => {
    settings.rates.addressArchives = 3;
  });
  const shared = await open('', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ files, sql: 'select 1;' }),
  });
  ({ id } = await shared.json());
});
afterEach(() => played[Symbol.asyncDispose]());

const open = (path: string, init?: RequestInit) => fetch(`${played.server.url}/api/v1/snippets${path}`, init);

it.each(['tar.gz', 'zip'])('[EM6] gives the project of a link as a whole crate, as %s', async (format) => {
  const response = await open(`/${id}/archive?format=${format}`);
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''my_extension.${format}`,
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const packed = new Uint8Array(await response.arrayBuffer());
  const unpacked = format === 'zip' ? unzipSync(packed) : await untar(gunzipSync(packed));
  const texts = Object.entries(unpacked).map(([path, bytes]) => [path, strFromU8(bytes)]);
  expect(Object.fromEntries(texts)).toEqual({
    'my_extension/src/lib.rs': files['src/lib.rs'],
    'my_extension/script.sql': 'select 1;',
    'my_extension/Cargo.lock': '# lock\n',
    'my_extension/Cargo.toml': '[package]\nname = "my_extension"\n',
    'my_extension/my_extension.control': '# my_extension',
    'my_extension/README.md': expect.stringContaining('cargo pgrx run pg17'),
  });
});

async function untar(tar: Uint8Array): Promise<Record<string, Uint8Array>> {
  const entries = await unpackTar(tar);
  return Object.fromEntries(entries.map(({ header, data }) => [header.name, data ?? new Uint8Array()]));
}

it('[EM6] gives one file as plain text that no browser shows as a page', async () => {
  const response = await open(`/${id}/file?path=src/lib.rs`);
  expect(await response.text()).toBe(files['src/lib.rs']);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''lib.rs");
  expect(await (await open(`/${id}/file?path=script.sql`)).text()).toBe('select 1;');
  for (const path of ['', 'constructor', '__proto__', '../x', 'src/../src/lib.rs'])
    expect((await open(`/${id}/file?path=${encodeURIComponent(path)}`)).status).toBe(404);
});

it('[EM6] refuses what is not there, and too many', async () => {
  expect((await open(`/${id}/archive?format=rar`)).status).toBe(422);
  expect((await open('/abcABC123456/archive')).status).toBe(404);
  expect((await open('/abcABC123456/file?path=a')).status).toBe(404);
  for (const _ of [1, 2, 3, 4, 5]) expect((await open(`/${id}/archive`)).status).toBe(200);
  const others = await Promise.all(
    [1, 2, 3].map(async (n) => {
      const shared = await open('', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ files, sql: `select ${n};` }),
      });
      return open(`/${(await shared.json()).id}/archive`);
    }),
  );
  expect(others.filter(({ status }) => status === 429)).toHaveLength(1);
});
