import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEvent } from '../../protocol/events/events.ts';
import { health } from '../../protocol/health.ts';
import { limits } from '../../protocol/limits.ts';
import { problem } from '../../protocol/problem.ts';
import { sessionHeader } from '../../protocol/project.ts';
import { versions } from '../../protocol/versions.ts';
import { type PlayedServer, playedServer } from '../support/fakes/playedServer.ts';
import { SocketPage } from '../support/SocketPage.ts';

let played: PlayedServer;
let url: string;
const files = { 'src/lib.rs': '' };

beforeAll(async () => {
  played = await playedServer();
  url = played.server.url;
});
afterAll(() => played[Symbol.asyncDispose]());

const post = (body: unknown, headers: Record<string, string> = {}, at = url) =>
  fetch(`${at}/api/v1/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = problem.parse(await response.json());
  expect(body.status).toBe(response.status);
  return body;
}

describe('GET', () => {
  it('/health and /versions are what their schemas say', async () => {
    const [one, two] = await Promise.all([fetch(`${url}/api/v1/health`), fetch(`${url}/api/v1/versions`)]);
    expect(one.status).toBe(200);
    expect(health.parse(await one.json()).status).toBe('ok');
    expect(versions.parse(await two.json()).pgrx).toBe('0.19.3');
    expect(two.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('/health is 503 where no run would be served', async () => {
    await using broken = await playedServer();
    broken.sandbox.majors = [];
    const response = await fetch(`${broken.server.url}/api/v1/health`);
    expect(response.status).toBe(503);
    expect(health.parse(await response.json()).status).toBe('unavailable');
  });

  it('/openapi.json describes every path', async () => {
    const document = await (await fetch(`${url}/api/v1/openapi.json`)).json();
    expect(document.openapi).toMatch(/^3\.1/);
    const paths = Object.keys(document.paths);
    expect(paths).toContain('/api/v1/run');
    expect(paths).toContain('/api/v1/snippets/{id}/run');
    // Each that is described is there: with no such thing in it at worst, but not unknown to the server.
    for (const path of paths) {
      const answer = await fetch(`${url}${path.replaceAll(/\{\w+\}/g, 'nothing')}`, { method: 'OPTIONS' });
      expect([path, path.includes('starters/') ? 204 : answer.status]).toEqual([path, 204]);
    }
    expect(document.components.schemas.RunEvent.oneOf.length).toBe(runEvent.options.length);
  });

  it('/metrics tells counts, and can be switched off', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('playground_now{what="warm"} 1');
    await using silent = await playedServer((settings) => {
      settings.metrics = false;
    });
    expect((await fetch(`${silent.server.url}/metrics`)).status).toBe(404);
  });
});

describe('POST /run', () => {
  it('streams events while they happen, each of the schema, one done at the end', async () => {
    const response = await post({ files, sql: 'select 1;\nselect div(1,0);' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const chunks: string[] = [];
    for await (const chunk of response.body ?? []) chunks.push(Buffer.from(chunk).toString());
    expect(chunks.length).toBeGreaterThan(2);
    const events = chunks
      .join('')
      .trim()
      .split('\n')
      .map((line) => runEvent.parse(JSON.parse(line)));
    expect(events[0]?.type).toBe('phase');
    expect(events.filter(({ type }) => type === 'done')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'sqlFailed' });
  });

  it('leaves no container', async () => {
    await (await post({ files })).text();
    await expect.poll(() => played.sandbox.running.length).toBe(played.settings.sessions.supply.warm);
  });

  it('cancels the run of a client that goes away', async () => {
    const client = new AbortController();
    const response = await fetch(`${url}/api/v1/run`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ files: { 'src/lib.rs': '// slow build' } }),
      signal: client.signal,
    });
    expect(played.server.sessions.counts.building).toBe(1);
    const reading = response.text().catch(() => 'aborted');
    client.abort();
    expect(await reading).toBe('aborted');
    await expect.poll(() => played.server.sessions.counts).toMatchObject({ building: 0, oneShots: 0 });
  });

  it.each([
    ['no JSON', 400, '{"files":', {}],
    ['bytes that are no UTF-8', 400, undefined, {}],
    ['a body of another type', 415, '{}', { 'Content-Type': 'text/plain' }],
    ['a compressed body', 415, '{}', { 'Content-Encoding': 'gzip' }],
    ['a body that is too large', 413, 'x'.repeat(limits.clientFrameBytes + 1), {}],
    ['a missing src/lib.rs', 422, '{"files":{}}', {}],
    ['a file outside the project', 422, '{"files":{"src/lib.rs":"","../x":""}}', {}],
    ['an unknown Postgres', 422, '{"files":{"src/lib.rs":""},"postgres":12}', {}],
    ['a number for the files', 422, '{"files":1}', {}],
  ])('answers %s with %i', async (_, status, body, headers) => {
    const response =
      body === undefined ? await postBytes(Buffer.from([0x22, 0xff, 0x22])) : await post(body, headers);
    expect(response.status).toBe(status);
    const told = await problemOf(response);
    if (status === 422) expect(told.errors?.length).toBeGreaterThan(0);
  });

  it('answers a body without an announced length that grows too large with 413', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(Buffer.alloc(64 * 1024, 'x')),
    });
    const options = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' };
    const response = await fetch(`${url}/api/v1/run`, options as RequestInit).catch(() => null);
    if (response) expect(response.status).toBe(413);
    expect(played.server.sessions.counts.oneShots).toBe(0);
  });

  it('answers too many runs with 429 and Retry-After', async () => {
    await using small = await playedServer((settings) => {
      settings.rates.addressApiRuns = 1;
    });
    const first = await post({ files }, {}, small.server.url);
    const second = await post({ files }, {}, small.server.url);
    await first.text();
    expect(second.status).toBe(429);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    await problemOf(second);
  });

  it('[R8] answers a third of one session on one Postgres with 429, until another has ended', async () => {
    await using page = await SocketPage.connect(url);
    const [{ session } = { session: '' }] = page.of('welcome');
    const headers = { [sessionHeader]: session };
    const slow = { files: { 'src/lib.rs': '// slow build' } };
    const client = new AbortController();
    const starting = [1, 2].map(() =>
      fetch(`${url}/api/v1/run`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(slow),
        signal: client.signal,
      }),
    );
    await Promise.all(starting);
    const third = await post({ files }, headers);
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '5']);
    expect((await problemOf(third)).detail).toMatch(
      /^This page already has 2 runs in progress on Postgres 17/,
    );
    client.abort();
    await expect.poll(() => played.server.sessions.counts.oneShots).toBe(0);
    expect((await post({ files }, headers)).status).toBe(200);
  });
});

const postBytes = (body: Uint8Array<ArrayBuffer>) =>
  fetch(`${url}/api/v1/run`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });

describe('the door', () => {
  it('knows its paths and methods', async () => {
    expect((await problemOf(await fetch(`${url}/api/v1/nothing`))).status).toBe(404);
    const wrong = await fetch(`${url}/api/v1/run`);
    expect(wrong.headers.get('allow')).toBe('POST, OPTIONS');
    expect((await problemOf(wrong)).status).toBe(405);
    expect((await problemOf(await fetch(`${url}/api/v1/session`))).status).toBe(426);
    expect((await fetch(`${url}/api/v1/health`, { method: 'HEAD' })).status).toBe(200);
  });

  it('lets pages of any origin ask before they call', async () => {
    const response = await fetch(`${url}/api/v1/run`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  });

  it('answers what is no HTTP, and goes on', async () => {
    const { hostname, port } = new URL(url);
    for (const text of ['GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n', '\0\x01\x02\r\n\r\n']) {
      const socket = connect(Number(port), hostname).end(text);
      let answer = '';
      for await (const chunk of socket) answer += chunk;
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    }
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
  });

  it('gives each page a policy with a nonce of its own, and lets no client choose it', async () => {
    const headers = { 'Content-Security-Policy': "script-src 'nonce-mine'" };
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(url, { headers });
        const policy = response.headers.get('content-security-policy') ?? '';
        expect(await response.text()).toBe(`page / ${policy}`);
        return /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1];
      }),
    );
    expect(nonces[0]).toMatch(/^.{22,}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces).not.toContain('mine');
  });

  it('puts the other security headers on everything', async () => {
    for (const path of ['/', '/api/v1/health', '/api/nothing', '/_next/static/x.js']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('answers a bug with 500, logs it, and goes on', async () => {
    await using broken = await playedServer(undefined, () => {
      throw new Error('a bug');
    });
    const response = await fetch(broken.server.url);
    expect((await problemOf(response)).detail).not.toContain('a bug');
    expect(broken.logged).toContain('handling a request failed');
    expect((await fetch(`${broken.server.url}/api/v1/health`)).status).toBe(200);
  });
});
