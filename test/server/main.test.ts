import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { runEvent } from '../../protocol/events/events.ts';
import { closeCodes } from '../../protocol/version.ts';
import { newId } from '../../server/base/newId.ts';
import { ownerLabel } from '../../server/ports/labels.ts';
import { freePort, ServerProcess } from '../support/ServerProcess.ts';
import { SocketPage } from '../support/SocketPage.ts';
import { testImage } from '../support/subject.ts';
import { testOwner } from '../support/testOwner.ts';

const run = promisify(execFile);
const instance = testOwner(`main-${process.pid}`);
const settings = async () => ({
  PLAYGROUND_PORT: await freePort(),
  PLAYGROUND_INSTANCE: instance,
  PLAYGROUND_IMAGE: process.env.PLAYGROUND_IMAGE ?? 'pgrx-playground:dev',
  PLAYGROUND_WARM: '1',
  PLAYGROUND_DRAIN_SECONDS: '0',
});
const files = { 'src/lib.rs': await readFile('docker/starter/src/lib.rs', 'utf8') };
const sql = 'select hello_my_extension();';

async function containers(): Promise<string[]> {
  const { stdout } = await run('docker', ['ps', '-aq', '--filter', `label=${ownerLabel}=${instance}`]);
  return stdout.split('\n').filter(Boolean);
}

afterAll(async () => {
  const left = await containers();
  if (left.length > 0) await run('docker', ['rm', '-f', ...left]);
  expect(left).toEqual([]);
});

describe('the server as a process', () => {
  it('names each wrong setting and does not start', async () => {
    await using server = new ServerProcess({ PLAYGROUND_PORT: 'x', PLAYGROUND_WARM: '-1' });
    expect(await server.exited).toBe(1);
    expect(server.output).toContain('PLAYGROUND_PORT=x: must be a whole number');
    expect(server.output).toContain('PLAYGROUND_WARM=-1: must be a whole number');
  });

  it('says in one line what is missing and does not start', async () => {
    await using server = new ServerProcess({
      ...(await settings()),
      DOCKER_HOST: 'unix:///nowhere/docker.sock',
    });
    expect(await server.exited).toBe(1);
    expect(server.output).toMatch(/^The server did not start: .*Docker Engine/m);
  });

  it.each([
    [
      'PLAYGROUND_TUTORIALS',
      '/nowhere/courses',
      /PLAYGROUND_TUTORIALS \(\/nowhere\/courses\): .*doesn’t exist/,
    ],
    ['PLAYGROUND_STORE', '/nowhere/links.db', /folder \/nowhere of PLAYGROUND_STORE doesn’t exist/],
    ['PLAYGROUND_IMAGE', `18=${testImage}`, /lists for Postgres 18 has Postgres 17\./],
  ])('does not start with a %s that is not there or is another', async (name, value, told) => {
    await using server = new ServerProcess({ ...(await settings()), [name]: value });
    expect(await server.exited).toBe(1);
    expect(server.output).toMatch(told);
    expect(await containers()).toEqual([]);
  });

  it('serves the page, a run by HTTP and one by WebSocket, and removes all on SIGTERM', async () => {
    await using server = new ServerProcess(await settings());
    const url = await server.ready();
    expect(await (await fetch(url)).text()).toMatch(/<script[^>]* nonce="/);
    const answer = await fetch(`${url}/api/v1/run`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ files, sql }),
    });
    const lines = (await answer.text()).trim().split('\n');
    const events = lines.map((line) => runEvent.parse(JSON.parse(line)));
    expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'ok' });
    expect(events).toContainEqual(expect.objectContaining({ rows: [['Hello, my_extension']] }));

    await using page = await SocketPage.connect(url);
    page.send({ type: 'run', run: newId(), request: { files, sql, mode: 'run' } });
    await page.until('event', ({ event }) => event.type === 'done');
    expect(page.of('event').at(-1)?.event).toMatchObject({ outcome: 'ok' });
    page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    await page.until('terminal.output', () => text(page).includes('playground=# '));
    page.send({ type: 'terminal.input', data: 'select 6 * 7 as answer;\r' });
    await page.until('terminal.output', () => /answer.*42/s.test(text(page)));

    server.child.kill('SIGTERM');
    expect(await page.closed).toBe(closeCodes.draining);
    expect(await server.exited).toBe(0);
    expect(await containers()).toEqual([]);
  });

  it('ends a run that is under way, with its done, before it goes', async () => {
    await using server = new ServerProcess(await settings());
    await using page = await SocketPage.connect(await server.ready());
    page.send({ type: 'run', run: newId(), request: { files, sql: 'select pg_sleep(60)', mode: 'run' } });
    await page.until('event', ({ event }) => event.type === 'phase' && event.phase === 'running');
    server.child.kill('SIGINT');
    expect(await page.closed).toBe(closeCodes.draining);
    expect(page.of('event').at(-1)?.event).toMatchObject({ type: 'done', outcome: 'unavailable' });
    expect(await server.exited).toBe(0);
    expect(await containers()).toEqual([]);
  });

  it('does not start beside a live server of its name, which goes on', async () => {
    const same = await settings();
    await using first = new ServerProcess(same);
    const url = await first.ready();
    // The one that is warm, and the mark of its name: those that were asked for their versions are being removed.
    await expect.poll(async () => (await containers()).length).toBe(2);
    const before = (await containers()).toSorted();
    await using second = new ServerProcess({ ...same, PLAYGROUND_PORT: await freePort() });
    expect(await second.exited).toBe(1);
    expect(second.output).toContain(`Another server named "${instance}" is running at this Docker Engine.`);
    expect((await containers()).toSorted()).toEqual(before);
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    expect(await containers()).toEqual([]);
  });

  it('leaves containers when it is killed, and the next start clears them up', async () => {
    const same = await settings();
    await using killed = new ServerProcess(same);
    await using page = await SocketPage.connect(await killed.ready());
    page.send({ type: 'terminal.open', columns: 80, rows: 24 });
    await page.until('terminal.output');
    killed.child.kill('SIGKILL');
    await killed.exited;
    const left = await containers();
    expect(left.length).toBeGreaterThan(0);

    await using next = new ServerProcess(same);
    await next.ready();
    const now = await containers();
    expect(now.filter((id) => left.includes(id))).toEqual([]);

    await using second = new ServerProcess(same);
    expect(await second.exited).toBe(1);
    expect(second.output).toMatch(/Cannot listen on .*EADDRINUSE/);
    expect((await containers()).length).toBeGreaterThan(0);

    next.child.kill('SIGTERM');
    await next.exited;
  });
});

function text(page: SocketPage): string {
  return page
    .of('terminal.output')
    .map(({ data }) => data)
    .join('');
}
