import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../protocol/result.ts';
import { type PlayedServer, playedServer } from '../../../test/support/fakes/playedServer.ts';
import type { SnippetStore } from '../../ports/snippetStore.ts';
import type { Handler } from '../core/route.ts';
import { linkState } from './linkState.ts';

let played: PlayedServer;
/** What the page was asked for, and how it then answers. */
let made: string[] = [];
let answer: Handler = () => {};

const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? '';

/** As Next does it: in parts, each after the client has taken the last one. */
const inParts: Handler = async (request, response) => {
  const nonce = nonceOf(request.headers['content-security-policy']);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.flushHeaders();
  for (const part of ['<p>', 'é😀'.repeat(20_000), `<script nonce="${nonce}">1</script>`])
    if (!response.write(part)) await new Promise((resolve) => response.once('drain', resolve));
  response.end(`<i>${nonce}</i> ${request.headers['x-playground-origin']}</html>`);
};

beforeEach(async () => {
  made = [];
  answer = inParts;
  played = await playedServer(undefined, (request, response, parameters) => {
    made.push(request.url ?? '');
    return answer(request, response, parameters);
  });
});
afterEach(() => played[Symbol.asyncDispose]());

const open = (path: string, init?: RequestInit) => fetch(`${played.server.url}${path}`, init);

async function share(extra: object = {}): Promise<{ id: string; secret: string }> {
  const answered = await open('/api/v1/snippets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ files: { 'src/lib.rs': 'fn a() {}' }, sql: 'select 1', ...extra }),
  });
  return answered.json();
}

describe('the page of a link', () => {
  it('is made once, and each answer has a nonce of its own that its policy knows', async () => {
    const { id } = await share();
    const seen = new Set<string>();
    for (const _ of [1, 2, 3]) {
      const response = await open(`/s/${id}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      const nonce = nonceOf(response.headers.get('content-security-policy'));
      expect(html).toBe(
        `<p>${'é😀'.repeat(20_000)}<script nonce="${nonce}">1</script><i>${nonce}</i> ${played.server.url}</html>`,
      );
      seen.add(nonce);
    }
    expect(seen.size).toBe(3);
    expect(made).toEqual([`/s/${id}`]);
  });

  it('is made once for all who ask at the same time, and is the same compressed', async () => {
    const { id } = await share();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        open(`/s/${id}`, { headers: { 'Accept-Encoding': n % 2 ? 'gzip' : 'identity' } }),
      ),
    );
    const texts = await Promise.all(all.map((response) => response.text()));
    expect(new Set(texts.map((text) => text.replace(/"[^"]*"|<i>[^<]*/g, ''))).size).toBe(1);
    expect(all.filter((response) => response.headers.get('content-encoding') === 'gzip')).toHaveLength(10);
    expect(made).toHaveLength(1);
  });

  it('[K3] is gone with the link, in the very next answer', async () => {
    const { id, secret } = await share();
    expect((await open(`/s/${id}`)).status).toBe(200);
    await open(`/api/v1/snippets/${id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${secret}` },
    });
    expect((await open(`/s/${id}`)).status).toBe(410);
    expect((await open('/s/aaaaaaaaaaaa')).status).toBe(404);
    expect((await open('/s/..%2f..')).status).toBe(404);
  });

  it('[K3] tells no more of a parent than there still is', async () => {
    const parent = await share({ title: 'Secret plans' });
    const { id } = await share({ parent: parent.id });
    await open(`/s/${id}`);
    await open(`/api/v1/snippets/${parent.id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${parent.secret}` },
    });
    await open(`/s/${id}`);
    expect(made).toHaveLength(2);
  });

  it('is not the page of one who says to be somewhere else', async () => {
    const { id } = await share();
    const forged = { headers: { 'x-playground-origin': 'https://evil.example' } };
    expect(await (await open(`/s/${id}`, forged)).text()).toContain(played.server.url);
    expect(await (await open(`/s/${id}`)).text()).not.toContain('evil');
  });

  it('is not kept where it was not made, or was asked for otherwise', async () => {
    const { id } = await share();
    answer = (_request, response) => {
      response.statusCode = 500;
      response.end('no');
    };
    expect((await open(`/s/${id}`)).status).toBe(500);
    answer = () => {
      throw new Error('broken');
    };
    expect((await open(`/s/${id}`)).status).toBe(500);
    // It is cut short.
    answer = (_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<p>');
    };
    expect(await (await open(`/s/${id}`)).text()).toBe('<p>');
    expect(made).toHaveLength(3);
    answer = inParts;
    expect(await (await open(`/s/${id}`)).text()).toMatch(/<.html>$/);
    expect(made).toHaveLength(4);
  });

  it.each<[string, RequestInit]>([
    ['HEAD', { method: 'HEAD' }],
    ['a part of it', { headers: { RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%5D' } }],
    ['it ahead', { headers: { 'Next-Router-Prefetch': '1', Purpose: 'prefetch', RSC: '1' } }],
    ['an action', { headers: { 'Next-Action': 'a'.repeat(40) } }],
    [
      'what Next tells itself',
      { headers: { 'x-matched-path': '/', 'x-invoke-path': '/', 'x-middleware-next': '1' } },
    ],
  ])('[K6] is whole for all, and made by a plain GET, also where the first asks for %s', async (_, init) => {
    const { id } = await share();
    const seen: unknown[] = [];
    answer = (request, response, parameters) => {
      seen.push(request.method, Object.keys(request.headers).toSorted());
      return inParts(request, response, parameters);
    };
    const first = await open(`/s/${id}`, init);
    expect(first.status).toBe(200);
    if (init.method === 'HEAD') expect(await first.text()).toBe('');
    expect(await (await open(`/s/${id}`)).text()).toMatch(/^<p>.*<.html>$/s);
    expect(seen).toEqual([
      'GET',
      [
        'accept',
        'content-security-policy',
        'host',
        'user-agent',
        'x-forwarded-proto',
        'x-playground-origin',
        'x-playground-theme',
      ],
    ]);
  });

  it('is tried again after a while where its thread is just being replaced, and is not kept so', async () => {
    await played[Symbol.asyncDispose]();
    let rendered = 0;
    const body = Buffer.from('<p></html>');
    const render = async () =>
      rendered++ === 0 ? null : { status: 200, headers: { 'content-type': 'text/html' }, body };
    const page: Handler = (_request, response) => void response.end('a file');
    played = await playedServer(undefined, page, { render, draw: async () => null });
    const { id } = await share();
    const refused = await open(`/s/${id}`);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([503, true]);
    expect(await (await open(`/s/${id}`)).text()).toBe('<p></html>');
    expect(await (await open('/_next/static/a.js')).text()).toBe('a file');
    expect(rendered).toBe(2);
    const picture = await open(`/api/v1/snippets/${id}/picture`);
    expect([picture.status, Number(picture.headers.get('retry-after')) > 0]).toEqual([503, true]);
  });

  it('[K6] is made once whatever stands behind a question mark', async () => {
    const { id } = await share();
    for (const query of ['', '?a=1', '?a=2', '?_rsc=x', '?theme=dark']) await open(`/s/${id}${query}`);
    expect(made).toEqual([`/s/${id}`]);
    for (const query of ['?theme=dark', '?theme=dark&x=1', '?x=2&theme=dark'])
      await open(`/embed/${id}${query}`);
    expect(made).toEqual([`/s/${id}`, `/embed/${id}?theme=dark`]);
  });

  it('is one for all links that are none', async () => {
    answer = (request, response, parameters) => {
      response.statusCode = 404;
      return inParts(request, response, parameters);
    };
    for (const id of ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'c', '..%2f..'])
      expect((await open(`/s/${id}`)).status).toBe(404);
    for (const path of ['/no', '/no/such', '/learn/a/b/c']) expect((await open(path)).status).toBe(404);
    expect(made).toEqual(['/s/-', '/_not-found']);
  });

  it('[K6] is refused to one who has too many made, and not to others', async () => {
    await played[Symbol.asyncDispose]();
    played = await playedServer((settings) => {
      settings.rates.addressPages = 2;
      settings.proxies = 1;
    }, inParts);
    const as = (address: string, path: string) => open(path, { headers: { 'X-Forwarded-For': address } });
    expect((await as('192.0.2.1', '/learn?q=1')).status).toBe(200);
    expect((await as('192.0.2.1', '/learn?q=2')).status).toBe(200);
    const refused = await as('192.0.2.1', '/learn?q=3');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await as('192.0.2.1', '/learn?q=1')).status).toBe(200);
    expect((await as('192.0.2.2', '/learn?q=3')).status).toBe(200);
  });
});

it('[K3] the page of a link says that the store does not answer', async () => {
  const look = async () => fail({ kind: 'unavailable', message: 'Try again.' } as const);
  expect(await linkState({ look } as unknown as SnippetStore, '/s/aaaaaaaaaaaa')).toMatchObject({
    address: '/s/aaaaaaaaaaaa',
    status: 503,
  });
});

describe('the picture of a link', () => {
  it('is drawn once for a text, and refused where one asks for too many', async () => {
    await played[Symbol.asyncDispose]();
    played = await playedServer((settings) => {
      settings.rates.addressPictures = 1;
    });
    const one = await share({ title: 'One' });
    const same = await share({ title: 'One' });
    const other = await share({ title: 'Other' });
    const first = await open(`/api/v1/snippets/${one.id}/picture`);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await first.text()).toBe('picture of One');
    expect((await open(`/api/v1/snippets/${same.id}/picture`)).status).toBe(200);
    const refused = await open(`/api/v1/snippets/${other.id}/picture`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await open('/api/v1/snippets/aaaaaaaaaaaa/picture')).status).toBe(404);
  });
});
