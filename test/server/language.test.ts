import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LanguageMethod, languageRoot } from '../../protocol/messages/languageMessages.ts';
import { closeCodes } from '../../protocol/version.ts';
import { newId } from '../../server/base/newId.ts';
import { script } from '../support/execToEnd.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { starter } from './playground.ts';
import { type RealServer, startRealServer } from './realServer.ts';

const openSince = noteOpenResources();
const uri = `file://${languageRoot}/src/lib.rs`;
const source = `use pgrx::prelude::*;
mod other;
pg_module_magic!();
#[pg_extern]
fn twice(number: i32) -> i32 { other::half(number) * 4 }
fn none() -> Vec<i32> { Vec::new() }
fn spi() { let found = Spi:: }
`;
const files = {
  ...starter,
  'src/lib.rs': source,
  'src/other.rs': 'pub fn half(number: i32) -> i32 { number / 2 }\n',
};
const opened = { textDocument: { uri, languageId: 'rust', version: 1, text: source } };
/** The machine may be busy with seven other things. */
const patience = { timeout: 300_000 };

let real: RealServer;
let page: SocketPage;
let asked = 0;

beforeAll(async () => {
  real = await startRealServer('language');
  page = await SocketPage.connect(real.server.url);
});

afterAll(async () => {
  await page[Symbol.asyncDispose]();
  await real[Symbol.asyncDispose]();
  expect(await openSince()).toEqual([]);
});

async function ask(method: LanguageMethod, params: object): Promise<unknown> {
  asked += 1;
  const id = asked;
  page.send({ type: 'language.message', message: { jsonrpc: '2.0', id, method, params } });
  const { message } = await page.until('language.message', (one) => one.message.id === id);
  return message.error ?? message.result;
}

/** The states told since so many. */
const statesSince = (count: number) => page.of('language.state').slice(count);
const states = () => page.of('language.state').length;

async function start(): Promise<void> {
  const before = states();
  page.send({ type: 'language.start', files });
  const settled = () => statesSince(before).find(({ state }) => state !== 'starting');
  await page.until('language.state', () => settled() !== undefined);
  expect(settled()).toMatchObject({ state: 'ready' });
  const notify = { method: 'textDocument/didOpen', params: opened } as const;
  page.send({ type: 'language.message', message: { jsonrpc: '2.0', ...notify } });
}

/** Just behind this text, or so many code units into it. */
function at(text: string, into = text.length) {
  const before = source.slice(0, source.indexOf(text) + into).split('\n');
  return {
    textDocument: { uri },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** The containers' processes of this name. */
async function processes(name: string): Promise<string[]> {
  const list = await real.subject.port.list(real.subject.labels);
  const all = await Promise.all(
    (list.ok ? list.value : []).map((one) => script(real.subject.port, one, `pgrep -f '${name}' || true`)),
  );
  return all.flatMap((text) => text.split('\n').filter(Boolean));
}

async function kill(): Promise<void> {
  const list = await real.subject.port.list(real.subject.labels);
  for (const one of list.ok ? list.value : [])
    await script(real.subject.port, one, 'pkill -KILL -x rust-analyzer || true');
}

describe('the language server', () => {
  it('[A1] says when it is ready', patience, async () => {
    await start();
    expect(page.of('language.state')[0]).toMatchObject({ state: 'starting' });
    expect(page.of('language.state').at(-1)).toMatchObject({ state: 'ready', ms: expect.any(Number) });
  });

  it('[A1] is refused where none is free', patience, async () => {
    await using other = await SocketPage.connect(real.server.url);
    other.send({ type: 'language.start', files });
    const told = await other.until('language.state', ({ state }) => state === 'off');
    expect(told).toMatchObject({ reason: 'noneFree', message: expect.stringContaining('in use') });
    expect(await processes('^rust-analyzer$')).toHaveLength(1);
  });

  it('[A2] completes, explains, finds definitions and renames', patience, async () => {
    const completed = JSON.stringify(await ask('textDocument/completion', at('Spi::')));
    expect(completed).toContain('get_one');
    expect(JSON.stringify(await ask('textDocument/hover', at('other::half')))).toContain(
      'fn half(number: i32) -> i32',
    );
    expect(JSON.stringify(await ask('textDocument/definition', at('other::half')))).toContain(
      `${languageRoot}/src/other.rs`,
    );
    const renamed = await ask('textDocument/rename', { ...at('other::half'), newName: 'halved' });
    expect(JSON.stringify(renamed).match(/halved/g)).toHaveLength(2);
    expect(JSON.stringify(renamed)).toContain('src/other.rs');
  });

  it('[A6] gives the sources that definitions lead to, and nothing else', patience, async () => {
    const [found] = (await ask('textDocument/definition', at('Spi::', 2))) as { uri: string }[];
    expect(found?.uri).toMatch(/^file:\/\/\/opt\/pgrx\/vendor\/pgrx-.*\/src\/spi\.rs$/);
    const paths = [
      (found?.uri ?? '').slice('file://'.length),
      '/usr/lib/rustlib/../../../etc/passwd',
      '/etc/passwd',
    ];
    for (const [request, path] of paths.entries()) page.send({ type: 'language.source', request, path });
    const texts = await Promise.all(
      paths.map((_, n) => page.until('language.source', ({ request }) => request === n)),
    );
    expect(texts.map(({ text }) => text?.includes('pub struct Spi') ?? null)).toEqual([true, null, null]);
  });

  it('[A6] leads into the standard library as well', patience, async () => {
    const [found] = (await ask('textDocument/definition', at('Vec::', 2))) as { uri: string }[];
    expect(found?.uri).toMatch(/^file:\/\/\/usr\/lib\/rustlib\/.*\/library\/alloc\/src\/vec\/mod\.rs$/);
    const path = (found?.uri ?? '').slice('file://'.length);
    page.send({ type: 'language.source', request: 99, path });
    const { text } = await page.until('language.source', ({ request }) => request === 99);
    expect(text).toContain('pub struct Vec<');
  });

  it('[A2] takes no other method', async () => {
    await using other = await SocketPage.connect(real.server.url);
    const message = { jsonrpc: '2.0', id: 1, method: 'workspace/executeCommand', params: {} };
    other.send({ type: 'language.message', message } as never);
    expect(await other.closed).toBe(closeCodes.badMessage);
  });

  it('[A4] can be killed, which harms nothing else, and be started again', patience, async () => {
    page.send({ type: 'connection.open', connection: 'A' });
    await page.until('connection.state', ({ status }) => status === 'open');
    const before = states();
    await kill();
    await page.until('language.state', () => statesSince(before).some(({ reason }) => reason === 'died'));
    page.send({ type: 'connection.execute', connection: 'A', execution: newId(), sql: 'select 1' });
    await page.until('connection.event', ({ event }) => event.type === 'done' && event.outcome === 'ok');
    await start();
  });

  it('[A4] leaves no process when it is stopped', patience, async () => {
    expect(await processes('rust-[a]nalyzer')).not.toEqual([]);
    const before = states();
    page.send({ type: 'language.stop' });
    await page.until('language.state', () => statesSince(before).some(({ reason }) => reason === 'stopped'));
    await vi.waitFor(async () => expect(await processes('rust-[a]nalyzer')).toEqual([]), { timeout: 30_000 });
  });

  it('[A4] ends with the connection of its page', patience, async () => {
    await start();
    page.socket.terminate();
    await vi.waitFor(async () => expect(await processes('rust-[a]nalyzer')).toEqual([]), { timeout: 30_000 });
    page = await SocketPage.connect(real.server.url);
    // Its seat is free a little later than its processes are gone.
    await vi.waitFor(start, { timeout: 60_000, interval: 500 });
  });
});
