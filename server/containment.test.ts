import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '../protocol/version.ts';
import { type PlayedServer, playedServer } from '../test/support/fakes/playedServer.ts';
import { SocketPage } from '../test/support/SocketPage.ts';
import { newId } from './base/newId.ts';
import { Terminal } from './features/terminal/Terminal.ts';
import { TerminalReplay } from './features/terminal/TerminalReplay.ts';
import { EventLog } from './runs/EventLog.ts';
import { Session } from './sessions/Session.ts';

let played: PlayedServer;
let neighbour: SocketPage;
const bug = () => {
  throw new Error('a bug that quotes a secret');
};

beforeEach(async () => {
  played = await playedServer();
  neighbour = await SocketPage.connect(played.server.url);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await neighbour[Symbol.asyncDispose]();
  await played[Symbol.asyncDispose]();
});

async function run(page: SocketPage): Promise<string> {
  const id = newId();
  page.send({ type: 'run', run: id, request: { files: { 'src/lib.rs': '' } } });
  const { event } = await page.until('event', (one) => one.run === id && one.event.type === 'done');
  return event.type === 'done' ? event.outcome : '';
}

/** What is counted at the doors, and that the neighbour has noticed nothing. */
async function contained(): Promise<string[]> {
  expect(await run(neighbour)).toBe('ok');
  expect(neighbour.socket.readyState).toBe(neighbour.socket.OPEN);
  expect(played.logged).toContain('contained an unexpected error');
  const metrics = await (await fetch(`${played.server.url}/metrics`)).text();
  const counts = metrics.matchAll(/^playground_contained_errors_total\{door="(\w+)"\} ([1-9]\d*)/gm);
  return [...counts].map(([, door, count]) => `${door} ${count}`);
}

describe('a bug over one person’s data', () => {
  it('[C7] in a message closes its socket, and the session lives on', async () => {
    const page = await SocketPage.connect(played.server.url);
    expect(await run(page)).toBe('ok');
    vi.spyOn(Session.prototype, 'handle').mockImplementationOnce(bug);
    page.send({ type: 'keepAwake' });
    expect(await page.closed).toBe(closeCodes.serverError);
    const { session } = (await page.until('welcome')) ?? {};
    await using again = await SocketPage.connect(played.server.url, { type: 'hello', session });
    expect(again.of('welcome')).toMatchObject([{ resumed: true }]);
    expect(await run(again)).toBe('ok');
    expect(await contained()).toEqual(['frame 1']);
  });

  it('in a step of a run ends the run with done', async () => {
    await using page = await SocketPage.connect(played.server.url);
    vi.spyOn(EventLog.prototype, 'append').mockImplementationOnce(bug);
    expect(await run(page)).toBe('unavailable');
    expect(await contained()).toEqual(['run 1']);
    expect(await run(page)).toBe('ok');
  });

  it('in what a terminal says closes the terminal', async () => {
    await using page = await SocketPage.connect(played.server.url);
    vi.spyOn(TerminalReplay.prototype, 'append').mockImplementationOnce(bug);
    page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    expect(await page.until('terminal.closed')).toMatchObject({
      message: expect.stringContaining('Internal server error'),
    });
    expect(await contained()).toEqual(['feature 1']);
    page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    await page.until('terminal.output');
  });

  it('in a terminal does not keep what else a session has from being closed with it', async () => {
    const page = await SocketPage.connect(played.server.url);
    expect(await run(page)).toBe('ok');
    vi.spyOn(Terminal.prototype, 'close').mockImplementation(bug);
    page.send({ type: 'leave' });
    await page.until('ended');
    await page[Symbol.asyncDispose]();
    await vi.waitFor(() => expect(played.server.sessions.counts.sessions).toBe(1));
    vi.restoreAllMocks();
    expect((await contained()).map((count) => count.split(' ')[0])).toEqual(['feature']);
  });

  it.each([
    ['serverLog.follow', 'serverLog.ended'],
    ['settings.ask', 'settings'],
    ['objects.ask', 'objects'],
    ['package.get', 'package.failed'],
  ] as const)('in the container’s port is told as a failure of %s', async (type, answer) => {
    await using page = await SocketPage.connect(played.server.url);
    expect(await run(page)).toBe('ok');
    const exec = vi.spyOn(played.sandbox, 'exec').mockImplementation(async () => bug());
    page.send(type === 'package.get' ? { type, format: 'deb' } : { type });
    const told = await page.until(answer);
    expect('problem' in told ? told.problem : told.message).toMatch(/Internal server error/);
    exec.mockRestore();
    expect(await contained()).toEqual(['feature 1']);
  });

  it('in the removal of a container leaves none counted that is not there', async () => {
    await using page = await SocketPage.connect(played.server.url);
    expect(await run(page)).toBe('ok');
    const before = played.server.sessions.counts.containers;
    vi.spyOn(played.sandbox, 'destroy').mockImplementationOnce(async () => bug());
    page.send({ type: 'leave' });
    await vi.waitFor(() => expect(played.server.sessions.counts.containers).toBe(before - 1));
    expect(await contained()).toEqual(['container 1']);
  });
});
