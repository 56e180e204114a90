import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { newId } from '../../server/base/newId.ts';
import { Attacker } from '../abuse/support/Attacker.ts';
import { askPage } from '../abuse/support/askPage.ts';
import { answerTo, rawConnection, resetAfter } from '../abuse/support/rawConnection.ts';
import { share } from '../abuse/support/share.ts';
import { upgradeRequest } from '../abuse/support/upgradeRequest.ts';
import { hostileFrames } from '../fuzz/hostileFrames.ts';
import { hostileRequests } from '../fuzz/hostileRequests.ts';

/** What somebody does who means no good, in some seconds. `seed` decides what is left to chance. */
export type HostileAct = (url: string, seed: number) => Promise<unknown>;

const library = 'use pgrx::prelude::*;\npg_module_magic!();\n';
const all = (count: number, act: (n: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, n) => act(n)));
const runs =
  (wish: Parameters<Attacker['run']>[0]): HostileAct =>
  async (url) => {
    await using attacker = await Attacker.connect(url);
    await Promise.race([attacker.run(wish), sleep(20_000)]);
  };

/** A link of some text that is hard to read, opened by many. */
const link =
  (text: string): HostileAct =>
  async (url) => {
    // The address may have made all the links that it may; then there is nothing to open.
    const shared = await share(url, { files: { 'src/lib.rs': text } }).catch(() => null);
    if (shared)
      await all(8, (n) =>
        askPage(`${url}/s/${shared.id}${n === 0 ? '' : `?n=${n}`}`, n === 0 ? { method: 'HEAD' } : {}),
      );
  };

export const hostileActs: Record<string, HostileAct> = {
  resets: (url) =>
    all(60, (n) =>
      resetAfter(
        url,
        n % 2 ? upgradeRequest(n % 4 ? '/x' : '/api/v1/session', url) : 'GET / HTTP/1.1\r\nHost: a\r\n',
        n % 3,
      ),
    ),
  pipelining: async (url) => {
    const socket = await rawConnection(url);
    socket.pause();
    const { host } = new URL(url);
    for (let n = 0; n < 1000; n++) socket.write(`GET /learn?n=${n} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await sleep(2000);
    socket.destroy();
  },
  requests: async (url, seed) => {
    const sent = fc.sample(hostileRequests(new URL(url).host), { seed, numRuns: 10 });
    await Promise.all(sent.map((text) => answerTo(url, Buffer.from(text, 'latin1'), 500)));
  },
  frames: async (url, seed) => {
    await using attacker = await Attacker.connect(url);
    for (const frame of fc.sample(hostileFrames(), { seed, numRuns: 10 }).flat()) attacker.say(frame);
    await sleep(1000);
  },
  'nested messages': async (url) => {
    await using attacker = await Attacker.connect(url);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    attacker.say(
      `{"type":"language.message","message":{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":${deep}}}`,
    );
    await Promise.race([attacker.page.closed, sleep(2000)]);
  },
  'many names': async (url) => {
    const names = Array.from({ length: 65_000 }, (_, n) => `"f${n}":""`);
    await all(5, async () => {
      await using attacker = await Attacker.connect(url);
      attacker.say(`{"type":"run","run":"${newId()}","request":{"files":{${names}}}}`);
      await Promise.race([attacker.page.closed, sleep(1000)]);
    });
  },
  'cheap messages': async (url) => {
    await using attacker = await Attacker.connect(url);
    for (let turn = 0; turn < 20; turn++) {
      for (const type of ['serverLog.follow', 'serverLog.leave', 'settings.ask', 'objects.ask'])
        attacker.say(JSON.stringify({ type }));
      attacker.say(JSON.stringify({ type: 'package.get', format: 'deb' }));
      await sleep(100);
    }
  },
  'a script of operators': runs({ files: { 'src/lib.rs': library }, sql: '+'.repeat(65_000) }),
  'comments as tests': runs({ files: { 'src/lib.rs': `${library}${'/* '.repeat(80_000)}` }, mode: 'test' }),
  'a build script that floods': runs({
    files: {
      'src/lib.rs': library,
      'build.rs':
        'fn main() { let all = "{}\\n".repeat(100_000); for _ in 0..50 { print!("{all}"); eprint!("{all}"); } }',
    },
    mode: 'check',
  }),
  'a kill of all there is': runs({ files: { 'src/lib.rs': library }, sql: '\\! kill -9 -1\nselect 1;' }),
  'a link of functions': link('fn a;\n'.repeat(24_000)),
  'a link of raw strings': link('r#"'.repeat(50_000)),
  'pages that vanish': (url) =>
    all(6, async (n) => {
      const attacker = await Attacker.connect(url);
      if (n % 2) attacker.page.send({ type: 'terminal.open', columns: 80, rows: 24 });
      await sleep(200 * n);
      attacker.page.socket.terminate();
    }),
  'sockets that say nothing': async (url) => {
    const sockets = await Promise.all(Array.from({ length: 50 }, () => rawConnection(url).catch(() => null)));
    await sleep(3000);
    for (const socket of sockets) socket?.destroy();
  },
};
