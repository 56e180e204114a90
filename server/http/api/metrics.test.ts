import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../protocol/result.ts';
import { playedServer } from '../../../test/support/fakes/playedServer.ts';

const metricsOf = async (url: string) => (await fetch(`${url}/metrics`)).text();

describe('/metrics', () => {
  it('has every counter from the start, at 0, and no wait of the server’s own', async () => {
    await using played = await playedServer();
    const text = await metricsOf(played.server.url);
    for (const zero of [
      'playground_refused_total{reason="429"} 0',
      'playground_refused_total{reason="unread"} 0',
      'playground_container_failures_total{kind="engine"} 0',
      'playground_contained_errors_total{door="run"} 0',
      'playground_store_failures_total{kind="unavailable"} 0',
      'playground_build_seconds_count{ok="false"} 0',
      'playground_run_seconds_count{outcome="unavailable"} 0',
      'playground_queue_wait_seconds_count{what="container"} 0',
      'playground_queue_wait_seconds_count{what="build"} 0',
    ])
      expect(text).toContain(`${zero}\n`);
    expect(text).toContain('playground_healthy 1\n');
  });

  it('has all that the example’s alerts ask for', async () => {
    await using played = await playedServer();
    const text = await metricsOf(played.server.url);
    const rules = readFileSync('docs/operating/prometheus-rules.yml', 'utf8');
    const asked = [...rules.matchAll(/\b((?:playground|process)_\w+)(?:\{([^}]*)\})?/g)];
    expect(asked.length).toBeGreaterThan(10);
    for (const [, name = '', labels = ''] of asked) {
      const lines = text
        .split('\n')
        .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
      expect([name, lines.length]).not.toEqual([name, 0]);
      for (const [, label, values = ''] of labels.matchAll(/(\w+)=~?"([^"]*)"/g))
        for (const value of label === 'job' ? [] : values.split('|'))
          expect(lines.join('\n')).toContain(`${label}="${value}"`);
    }
  });

  it('counts what the link store fails at', async () => {
    const down = async () => fail({ kind: 'unavailable', message: 'down' } as const);
    const store = { size: down, add: down, read: down, look: down, events: down, remove: down };
    await using played = await playedServer(undefined, undefined, {
      store: { ...store, [Symbol.asyncDispose]: async () => {} },
    });
    expect((await fetch(`${played.server.url}/api/v1/snippets/aaaaaaaaaaaa`)).status).toBe(503);
    await metricsOf(played.server.url);
    const text = await metricsOf(played.server.url);
    const [, count = '0'] = /^playground_store_failures_total\{kind="unavailable"\} (\d+)$/m.exec(text) ?? [];
    expect(Number(count)).toBeGreaterThan(1);
  });

  it('is not healthy where no run would be served', async () => {
    await using played = await playedServer();
    played.sandbox.majors = [];
    expect(await metricsOf(played.server.url)).toContain('playground_healthy 0\n');
  });
});

it('answers for its health with 503 while it drains, until it has ended', async () => {
  const played = await playedServer();
  const { url } = played.server;
  const running = fetch(`${url}/api/v1/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ files: { 'src/lib.rs': '// slow build' } }),
  });
  await expect.poll(() => played.server.sessions.counts.building).toBe(1);
  const closed = played.server.close();
  const response = await fetch(`${url}/api/v1/health`);
  expect([response.status, await response.json()]).toMatchObject([503, { status: 'draining' }]);
  expect((await fetch(`${url}/api/v1/run`, { method: 'POST' })).status).toBe(503);
  await (await running).text();
  await closed;
  await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow();
  await played.sandbox.close();
});
