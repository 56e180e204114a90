import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { newId } from '../../server/base/newId.ts';
import { ownerLabel } from '../../server/ports/labels.ts';
import { noteOpenResources } from '../support/openResources.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { type RealServer, startRealServer } from './realServer.ts';

const command = promisify(execFile);
const openSince = noteOpenResources();
let real: RealServer;

beforeAll(async () => {
  real = await startRealServer('sessions');
});

afterAll(async () => {
  await real[Symbol.asyncDispose]();
  expect(await openSince()).toEqual([]);
});

const library = (body: string) =>
  `use pgrx::prelude::*;\n::pgrx::pg_module_magic!();\n#[pg_extern]\nfn go() -> i32 { ${body} }\n`;

/** Presses Run; the events, once `done` has come. */
async function run(page: SocketPage, body: string, script: string): Promise<RunEvent[]> {
  const id = press(page, body, script);
  await page.until('event', (message) => message.run === id && message.event.type === 'done');
  return page.of('event').flatMap((message) => (message.run === id ? [message.event] : []));
}

function press(page: SocketPage, body: string, script: string): string {
  const id = newId();
  const files = { 'src/lib.rs': library(body) };
  page.send({ type: 'run', run: id, request: { files, sql: script, mode: 'run' } });
  return id;
}

describe('a session with a real container', () => {
  it('is not another one', async () => {
    await using first = await SocketPage.connect(real.server.url);
    await using second = await SocketPage.connect(real.server.url);
    const made = await run(first, '1', 'create table mine as select go() as n; select n from mine');
    expect(made.at(-1)).toMatchObject({ type: 'done', outcome: 'ok' });
    const asked = await run(second, '2', 'select n from mine');
    expect(asked).toContainEqual(expect.objectContaining({ type: 'sqlError', sqlstate: '42P01' }));
  });

  it('[R4] stops a statement when it is cancelled, and goes on in the same container', async () => {
    await using page = await SocketPage.connect(real.server.url);
    const id = press(page, '1', 'create table kept(); select pg_sleep(60);');
    await page.until('event', ({ event }) => event.type === 'statement');
    page.send({ type: 'cancel', run: id });
    const done = await page.until('event', ({ event }) => event.type === 'done');
    expect(done.event).toMatchObject({ outcome: 'cancelled' });
    const next = await run(page, '2', 'select * from kept');
    expect(next.at(-1)).toMatchObject({ outcome: 'ok' });
    expect(page.of('ended')).toEqual([]);
  });

  it('survives a crash of its Postgres, and so does its psql', async () => {
    await using page = await SocketPage.connect(real.server.url);
    await run(page, '1', '');
    page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    await page.until('terminal.output', () => text(page).includes('playground=# '));
    const events = await run(page, 'std::process::abort()', 'select go();\nselect 7 * 6 as answer;');
    expect(events).toContainEqual(expect.objectContaining({ type: 'crash', signal: 'SIGABRT' }));
    expect(events).toContainEqual(expect.objectContaining({ type: 'statement', rows: [['42']] }));
    expect(events.at(-1)).toMatchObject({ outcome: 'crashed' });
    // By psql's own ways the first command meets the loss, and the second one connects anew.
    page.send({ type: 'terminal.input', data: 'select 1;\r' });
    await page.until('terminal.output', () => text(page).includes('server closed the connection'));
    page.send({ type: 'terminal.input', data: 'select 1;\r' });
    await page.until('terminal.output', () => text(page).includes('reset: Succeeded'));
    page.send({ type: 'terminal.input', data: "select upper('and again');\r" });
    await page.until('terminal.output', () => text(page).includes('AND AGAIN'));
  });

  it('[S3] is told when its container goes, and takes another', async () => {
    await using page = await SocketPage.connect(real.server.url);
    await run(page, '1', '');
    const id = press(page, '1', 'select pg_sleep(60)');
    await page.until('event', (message) => message.run === id && message.event.type === 'extension');
    const { stdout } = await command('docker', ['ps', '-q', '--filter', `label=${ownerLabel}=${real.owner}`]);
    await command('docker', ['rm', '-f', ...stdout.split('\n').filter(Boolean)]);
    expect(await page.until('ended')).toEqual({ type: 'ended', reason: 'failed' });
    const done = await page.until('event', (message) => message.run === id && message.event.type === 'done');
    expect(done.event).toMatchObject({ outcome: 'unavailable' });
    const next = await run(page, '3', 'select go()');
    expect(next).toContainEqual(expect.objectContaining({ type: 'statement', rows: [['3']] }));
  });

  it('[T2] shows its psql again after a lost connection', async () => {
    await using first = await SocketPage.connect(real.server.url);
    first.send({ type: 'terminal.open', columns: 80, rows: 24 });
    await first.until('terminal.output', () => text(first).includes('playground=# '));
    first.socket.terminate();
    const session = first.of('welcome')[0]?.session;
    await using second = await SocketPage.connect(real.server.url, { session });
    await second.until('terminal.output', () => text(second).includes('playground=# '));
    second.send({ type: 'terminal.input', data: '\\q\r' });
    expect((await second.until('terminal.closed')).message).toBe('psql exited.');
  });
});

function text(page: SocketPage): string {
  return page
    .of('terminal.output')
    .map(({ data }) => data)
    .join('');
}
