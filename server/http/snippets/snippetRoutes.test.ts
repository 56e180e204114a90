import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeSandbox } from '../../../test/support/fakes/FakeSandbox.ts';
import { fakeVersions } from '../../../test/support/fakes/fakeVersions.ts';
import { type PlayedServer, playedServer } from '../../../test/support/fakes/playedServer.ts';
import { SocketPage } from '../../../test/support/SocketPage.ts';
import { newId } from '../../base/newId.ts';

let played: PlayedServer;
beforeEach(async () => {
  played = await playedServer();
});
afterEach(() => played[Symbol.asyncDispose]());

const project = { postgres: 17, files: { 'src/lib.rs': 'fn a() {}' }, sql: 'select 1' };

function post(body: unknown, { server } = played): Promise<Response> {
  return fetch(`${server.url}/api/v1/snippets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
const share = async (body: unknown) => (await post(body)).json();
const get = (path: string, init?: RequestInit) => fetch(`${played.server.url}/api/v1/snippets/${path}`, init);

/** Runs the project in a session; the ids by which the run can be shared. */
async function runIt(
  page: SocketPage,
  sql = project.sql,
  lock?: string,
): Promise<{ session: string; run: string }> {
  const run = newId();
  page.send({
    type: 'run',
    run,
    request: { files: project.files, sql, ...(lock !== undefined && { lock }) },
  });
  await page.until('event', (one) => one.run === run && one.event.type === 'done');
  return { session: page.of('welcome')[0]?.session ?? '', run };
}

describe('sharing', () => {
  it('[K1] keeps a project under a link that gives it back', async () => {
    const shared = await share({ ...project, title: 'Mine', description: 'It adds.' });
    expect(shared).toMatchObject({ url: `/s/${shared.id}`, recorded: false });
    const answer = await get(shared.id);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      ...project,
      id: shared.id,
      title: 'Mine',
      description: 'It adds.',
      lock: '# lock\n',
      parents: [],
      recorded: false,
      madeWith: { image: 'pgrx-playground:test', pgrx: expect.any(String), rustc: expect.any(String) },
    });
    const fork = await share({ ...project, parent: shared.id });
    expect(await (await get(fork.id)).json()).toMatchObject({ parents: [{ id: shared.id, title: 'Mine' }] });
  });

  it('[K2] keeps the events of a run of this very content, and of no other', async () => {
    await using page = await SocketPage.connect(played.server.url);
    const ids = await runIt(page);
    const shared = await share({ ...project, ...ids });
    expect(shared.recorded).toBe(true);
    const lines = (await (await get(`${shared.id}/run`)).text()).trimEnd().split('\n');
    const events = lines.map((line) => JSON.parse(line).event);
    expect(events).toEqual(page.of('event').map(({ event }) => event));
    for (const changed of [
      { ...project, ...ids, sql: 'select 2' },
      { ...project, ...ids, files: { ...project.files, 'a.txt': '' } },
      { ...project, ...ids, run: newId() },
      { ...project, ...ids, session: newId() },
    ])
      expect((await share(changed)).recorded).toBe(false);
    await runIt(page, 'select 2');
    expect((await share({ ...project, ...ids })).recorded).toBe(false);
  });

  it('[K2] keeps the lock file that a run had, and takes no run with another for the same', async () => {
    await using page = await SocketPage.connect(played.server.url);
    const lock = '# of another day\n';
    const ids = await runIt(page, project.sql, lock);
    expect((await share({ ...project, ...ids })).recorded).toBe(false);
    const shared = await share({ ...project, ...ids, lock });
    expect(shared.recorded).toBe(true);
    expect(await (await get(shared.id)).json()).toMatchObject({ lock });
    const own = { ...project, files: { ...project.files, 'Cargo.lock': '# own' } };
    expect(await (await get((await share({ ...own, lock })).id)).json()).toMatchObject({ lock: '# own' });
  });

  it('[K7] keeps which pgrx a project was made with, and its lock file', async () => {
    const images = { 17: 'newer', '17/0.18.1': 'older' };
    const sandbox = new FakeSandbox().on('sh', fakeVersions);
    sandbox.others = [{ postgres: 17, pgrx: '0.18.1' }];
    await using offering = await playedServer(undefined, undefined, { sandbox, images });
    const shared = async (more: object) => {
      const { id } = await (await post({ ...project, ...more }, offering)).json();
      return (await fetch(`${offering.server.url}/api/v1/snippets/${id}`)).json();
    };
    const older = { lock: '# lock of 0.18.1\n', madeWith: { pgrx: '0.18.1', image: 'older' } };
    expect(await shared({ pgrx: '0.18.1' })).toMatchObject(older);
    const files = { ...project.files, 'Cargo.toml': '[dependencies]\npgrx = "=0.18.1"\n' };
    expect(await shared({ files })).toMatchObject(older);
    expect(await shared({})).toMatchObject({
      lock: '# lock\n',
      madeWith: { pgrx: '0.19.3', image: 'newer' },
    });
    await sandbox.close();
  });

  it('[K1] shows titles for what they are', async () => {
    const { id } = await share({
      ...project,
      title: ' \u202Egnp.exe\u0000\n<b>x</b>\u200B ',
      description: 'a\r\n\u2066b',
    });
    expect(await (await get(id)).json()).toMatchObject({ title: 'gnp.exe <b>x</b>', description: 'a\n b' });
  });

  it('deletes for who has the secret', async () => {
    const { id, secret } = await share(project);
    const remove = (authorization?: string) =>
      get(id, { method: 'DELETE', ...(authorization && { headers: { Authorization: authorization } }) });
    expect((await remove()).status).toBe(401);
    expect((await remove(`Bearer ${'x'.repeat(22)}`)).status).toBe(404);
    expect((await remove(`Bearer ${secret}`)).status).toBe(204);
    const gone = await get(id);
    expect(gone.status).toBe(410);
    expect((await gone.json()).detail).toMatch(/deleted/);
    expect((await get(`${id}/run`)).status).toBe(410);
  });

  it('refuses what breaks a rule, and names the field', async () => {
    for (const [body, status, path] of [
      ['{', 400, null],
      [{ ...project, files: { '../x': '' } }, 422, 'files.../x'],
      [{ ...project, files: { 'src/lib.rs': 'x'.repeat(300 * 1024) } }, 422, 'files'],
      [{ ...project, title: 'x'.repeat(121) }, 422, 'title'],
      [{ ...project, postgres: 12 }, 422, 'postgres'],
      [{ ...project, pgrx: '0.17.0' }, 422, 'pgrx'],
      [{ ...project, pgrx: 'newest' }, 422, 'pgrx'],
      [{ ...project, parent: '../../etc' }, 422, 'parent'],
    ] as const) {
      const answer = await post(body);
      expect(answer.status).toBe(status);
      const problem = await answer.json();
      if (path) expect(problem.errors.map((error: { path: string }) => error.path).join()).toContain(path);
    }
    for (const id of ['x', 'x'.repeat(12), '..%2f..', "'%20or%201=1"])
      expect((await get(id)).status).toBe(404);
  });

  it('says when an address has made too many', async () => {
    await played[Symbol.asyncDispose]();
    played = await playedServer((settings) => {
      settings.rates.addressShares = 2;
    });
    expect((await post(project)).status).toBe(201);
    expect((await post(project)).status).toBe(201);
    const refused = await post(project);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('the bytes of links', () => {
  const large = () => ({ ...project, files: { 'src/lib.rs': randomBytes(75_000).toString('base64') } });

  it('[K6] are bounded for one address, by what they take in the store', async () => {
    await played[Symbol.asyncDispose]();
    played = await playedServer((settings) => {
      settings.rates.addressShareBytes = 250_000;
    });
    expect((await post(large())).status).toBe(201);
    // Compressed these take next to nothing, though each would have no room as it came.
    for (let n = 0; n < 5; n += 1)
      expect((await post({ ...project, files: { 'src/lib.rs': `${n}`.repeat(100_000) } })).status).toBe(201);
    expect((await post(large())).status).toBe(201);
    const refused = await post(large());
    expect(refused.status).toBe(429);
    expect((await refused.json()).detail).toContain('bytes of links');
    expect((await post(project)).status).toBe(201);
  });

  it('are told to who watches', async () => {
    await post(large());
    const text = await (await fetch(`${played.server.url}/metrics`)).text();
    expect(text).toMatch(/^playground_links 1$/m);
    expect(Number(/^playground_store_bytes (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(75_000);
  });
});

it('reading links is bounded for one address', async () => {
  await played[Symbol.asyncDispose]();
  played = await playedServer((settings) => {
    settings.rates.addressReads = 2;
  });
  const { id } = await share(project);
  expect((await get(id)).status).toBe(200);
  expect((await get(`${id}/file?path=src/lib.rs`)).status).toBe(200);
  for (const path of ['', '/file?path=src/lib.rs', '/run', '/archive', '/picture'])
    expect([path, (await get(`${id}${path}`)).status]).toEqual([path, 429]);
  const text = await (await fetch(`${played.server.url}/metrics`)).text();
  expect(text).toContain('playground_refused_total{reason="429"} 5');
});
