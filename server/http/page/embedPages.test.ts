import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlayedServer, playedServer } from '../../../test/support/fakes/playedServer.ts';

let played: PlayedServer;
beforeEach(async () => {
  played = await playedServer(undefined, (request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`${request.url} theme=${request.headers['x-playground-theme']}`);
  });
});
afterEach(() => played[Symbol.asyncDispose]());

const open = (path: string, init?: RequestInit) => fetch(`${played.server.url}${path}`, init);

async function share(): Promise<{ id: string; secret: string }> {
  const answered = await open('/api/v1/snippets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ files: { 'src/lib.rs': 'fn a() {}' } }),
  });
  return answered.json();
}

it('[EM4] lets other sites frame what is made for it, and nothing else', async () => {
  const { id } = await share();
  for (const path of ['/embed', '/embed?theme=dark', `/embed/${id}`, `/embed/${id}?panes=code`]) {
    const { headers, status } = await open(path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(headers.get('content-security-policy')).toContain("script-src 'nonce-");
    expect(headers.get('x-frame-options')).toBeNull();
  }
  const others = [
    '/',
    `/s/${id}`,
    '/embedded',
    '/embed/a/b',
    '/learn?x=/embed',
    '/embed.js',
    '//embed',
    '/api/v1/health',
  ];
  for (const path of others) {
    const { headers } = await open(path);
    expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
    expect(headers.get('content-security-policy') ?? "frame-ancestors 'none'").toContain(
      "frame-ancestors 'none'",
    );
  }
});

it('[EM4] answers for a link that is none, or is gone, as its own page does', async () => {
  const { id, secret } = await share();
  expect(await (await open(`/embed/${id}`)).text()).toContain(`/embed/${id}`);
  expect(await (await open(`/s/${id}`)).text()).toContain(`/s/${id}`);
  await open(`/api/v1/snippets/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${secret}` } });
  expect((await open(`/embed/${id}?theme=dark`)).status).toBe(410);
  expect((await open('/embed/abcABC123456')).status).toBe(404);
});

it('[EM4] tells the page the theme that was asked for, and no other', async () => {
  const theme = async (path: string) =>
    (await open(path, { headers: { 'x-playground-theme': 'forged' } })).text();
  expect(await theme('/embed?readonly=1&theme=dark')).toContain('theme=dark');
  expect(await theme('/embed?theme=darker')).toMatch(/theme=$/);
  expect(await theme('/?theme=dark')).toMatch(/theme=$/);
});

it('[EM4] gives the script to pages of every site', async () => {
  expect((await open('/embed.js')).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect((await open('/')).headers.get('cross-origin-resource-policy')).toBe('same-origin');
});
