import { afterAll, beforeAll, expect, it } from 'vitest';
import { problem } from '../../../protocol/problem.ts';
import { runHeader } from '../../../protocol/project.ts';
import { type PlayedServer, playedServer } from '../../../test/support/fakes/playedServer.ts';

let played: PlayedServer;
beforeAll(async () => {
  played = await playedServer();
});
afterAll(() => played[Symbol.asyncDispose]());

const files = { 'src/lib.rs': '' };
const post = (body: object) =>
  fetch(`${played.server.url}/api/v1/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

it('[R10] names each run by an id of its own, which pages of other sites may read', async () => {
  const [one, two] = await Promise.all([post({ files }), post({ files })]);
  const ids = [one, two].map(({ headers }) => headers.get(runHeader));
  for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
  expect(ids[0]).not.toBe(ids[1]);
  expect(one.headers.get('access-control-expose-headers')?.toLowerCase()).toContain(runHeader);
  await Promise.all([one.text(), two.text()]);
});

it('[V1] refuses a field that it does not know, and names the one that was meant', async () => {
  const response = await post({ files, script: 'select 1' });
  expect(response.status).toBe(422);
  expect(problem.parse(await response.json()).errors).toEqual([
    { path: 'script', message: expect.stringContaining('Did you mean "sql"?') },
  ]);
});
