import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import type { ClientMessageInput } from '../../protocol/messages/clientMessage.ts';
import { newId } from '../../server/base/newId.ts';
import { Attacker } from './support/Attacker.ts';
import { attacked } from './support/attacked.ts';
import { flood } from './support/flood.ts';
import { worstFrames } from './support/worstFrames.ts';

const server = attacked('messages');

const nested = (levels: number, open = '[', close = ']') => `${open.repeat(levels)}1${close.repeat(levels)}`;
const languageMessage = (params: string) =>
  `{"type":"language.message","message":{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":${params}}}`;
const runOf = (files: string) =>
  `{"type":"run","run":"${newId()}","request":{"mode":"check","files":${files}}}`;

/** Each frame from a page of its own, since the first that is no message ends its page. */
async function sayEach(frames: readonly string[]): Promise<void> {
  for (const frame of frames) {
    await using attacker = await Attacker.connect(server.url);
    attacker.say(frame);
    attacker.say('{"type":"ping"}');
    await Promise.race([attacker.page.closed, attacker.page.until('pong').catch(() => {}), sleep(2000)]);
  }
}

it('messages that are nested a hundred thousand levels deep', async () => {
  const deep = [nested(100_000), nested(100_000, '{"a":', '}'), nested(5000), nested(3, '[[', ']]')];
  await server.unharmed(async () => {
    await sayEach([
      ...deep.map(languageMessage),
      ...deep.map(runOf),
      ...deep,
      ...deep.map((value) => `{"type":"hello","version":${value}}`),
      ...deep.map((value) => `{"type":${value}}`),
    ]);
  });
});

it('frames with 65,000 file names on ten sockets', async () => {
  const names = Array.from({ length: 65_000 }, (_, n) => `"f${n.toString(36)}":""`);
  const odd = names.map((name) => name.replace('f', 'ü/../'));
  const long = [400_000, 120_000].map((times) => `{"${'a/'.repeat(times)}":""}`);
  const frames = [`{${names}}`, `{${odd}}`, ...long].map(runOf);
  await server.unharmed(async () => {
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        await using attacker = await Attacker.connect(server.url);
        const frame = frames[n % frames.length] ?? '';
        attacker.say(frame.slice(0, limits.clientFrameBytes));
        attacker.say(frame);
        attacker.say(frame);
        await Promise.race([attacker.page.closed, sleep(2000)]);
      }),
    );
  });
});

it('frames of many values, as large and as often as may be', async () => {
  const values = ['{},', '[],', '0,', '"",'].map(
    (value) => `[${value.repeat(limits.clientFrameBytes / 4)}0]`,
  );
  await server.unharmed(async () => {
    await Promise.all([...values, ...values].map((value) => sayEach([value, languageMessage(value)])));
  });
});

it.each(Object.keys(worstFrames))('a megabyte of %s from ten sockets at once', async (name) => {
  const frame = worstFrames[name] ?? '';
  expect(frame.length).toBeLessThanOrEqual(limits.clientFrameBytes);
  await server.unharmed(() => flood({ url: server.url, frame, sockets: 10, times: 4 }));
});

it('four hundred small frames from each of fifty sockets at once', async () => {
  const frame = '{"type":"keepAwake"}';
  await server.unharmed(() => flood({ url: server.url, frame, sockets: 50, times: 390 }));
});

it.each<[string, ClientMessageInput[]]>([
  ['package.get', [{ type: 'package.get', format: 'deb' }]],
  ['serverLog.follow', [{ type: 'serverLog.follow' }, { type: 'serverLog.leave' }]],
  ['settings.ask and objects.ask', [{ type: 'settings.ask' }, { type: 'objects.ask' }]],
  [
    'terminals that open and close',
    [
      { type: 'terminal.open', terminal: 'shell', columns: 80, rows: 24 },
      { type: 'terminal.close', terminal: 'shell' },
    ],
  ],
  [
    'connections that open and close',
    [
      { type: 'connection.open', connection: 'A' },
      { type: 'connection.close', connection: 'A' },
    ],
  ],
  ['language.source', [{ type: 'language.source', request: 1, path: '/opt/cargo/registry/a.rs' }]],
  ['language.start', [{ type: 'language.start', files: { 'src/lib.rs': '' } }, { type: 'language.stop' }]],
])('eighty a second of %s', async (_what, messages) => {
  await using attacker = await Attacker.connect(server.url);
  attacker.page.send({ type: 'terminal.open', columns: 80, rows: 24 });
  await attacker.page.until('terminal.output');
  await server.unharmed(async () => {
    for (let turn = 0; turn < 20; turn++) {
      for (let n = 0; n < 8; n++) attacker.say(JSON.stringify(messages[n % messages.length]));
      await sleep(100);
    }
  });
});

it('scripts of 65,000 + on six connections and in a run', async () => {
  await using attacker = await Attacker.connect(server.url);
  attacker.page.send({ type: 'terminal.open', columns: 80, rows: 24 });
  await attacker.page.until('terminal.output');
  const sql = '+'.repeat(65_000);
  await server.unharmed(async () => {
    for (const connection of ['A', 'B', 'C', 'D', 'E', 'F']) {
      attacker.page.send({ type: 'connection.open', connection });
      attacker.page.send({ type: 'connection.execute', connection, execution: newId(), sql });
    }
    await sleep(4000);
  });
});
