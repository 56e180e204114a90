import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, ServerProcess } from '../support/ServerProcess.ts';
import { testOwner } from '../support/testOwner.ts';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';
import { drafts, takenOver } from './support/sharing.ts';

/** The files of the place that the operator lists, and one beside it that nobody may have. */
const texts: Record<string, string> = {
  '/docs/twice.rs': library('twice(n: i32) -> i32', 'n * 2'),
  '/docs/twice.sql': 'select twice(21);\n',
  '/secret.sql': "select 'secret';\n",
};

let asked: string[] = [];
const place = createServer((request, response) => {
  asked.push(request.url ?? '');
  const text = texts[request.url ?? ''];
  response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(text ?? '');
});

let server: ServerProcess;
let origin = '';

test.beforeAll(async () => {
  place.listen(0, '127.0.0.1');
  await once(place, 'listening');
  const port = await freePort();
  server = new ServerProcess({
    NODE_ENV: 'production',
    PLAYGROUND_PORT: port,
    PLAYGROUND_INSTANCE: testOwner(`sources-${port}`),
    PLAYGROUND_STORE: join(tmpdir(), `pgrx-playground-e2e-${port}.db`),
    DATABASE_URL: '',
    PLAYGROUND_WARM: '0',
    PLAYGROUND_DRAIN_SECONDS: '0',
    PLAYGROUND_SOURCES: `docs=http://127.0.0.1:${(place.address() as AddressInfo).port}/docs/`,
  });
  origin = await server.ready();
});
test.afterAll(async () => {
  // Its containers go with it.
  server.child.kill('SIGTERM');
  expect(await server.exited).toBe(0);
  place.closeAllConnections();
  place.close();
});
test.beforeEach(() => {
  asked = [];
});

test('[EM7] files of a listed place are opened, and run when Run is pressed', async ({ page }) => {
  const { code, sql, results, runToEnd, write } = playground(page);
  await page.goto(`${origin}/`);
  await takenOver(page);
  await write(sql, 'select 1 as my_own;');
  await expect.poll(() => drafts(page)).toEqual([expect.stringContaining('my_own')]);
  const own = await drafts(page);

  await page.goto(`${origin}/?src=docs/twice.rs&src=docs/twice.sql`);
  await takenOver(page);
  await expect(code).toContainText('fn twice');
  await expect(sql.getByText('select twice(21);')).toBeVisible();
  const bar = page.getByRole('region', { name: 'About this link' });
  await expect(bar).toContainText(/Opened from http:\S+\/docs\/twice\.rs and http:\S+\/docs\/twice\.sql/);
  expect(asked.toSorted()).toEqual(['/docs/twice.rs', '/docs/twice.sql']);
  await expect(results.getByText('errors appear here')).toBeVisible();
  expect(await drafts(page)).toEqual(own);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);

  await runToEnd();
  await expect(results.getByLabel('Result of statement 1').getByRole('row').last()).toHaveText('42');
  await page.goto(`${origin}/`);
  await expect(sql.getByText('select 1 as my_own;')).toBeVisible();
});

for (const [what, src, words] of [
  ['of a place that is not listed', 'elsewhere/twice.rs', 'elsewhere'],
  ['outside the listed place', 'docs/../secret.sql', 'Can’t open docs/../secret.sql'],
  ['by an address of its own', 'http://127.0.0.1/twice.rs', 'Can’t open http://127.0.0.1/twice.rs'],
  ['that is not there', 'docs/thrice.rs', 'Can’t open docs/thrice.rs'],
] as const)
  test(`[EM7] a file ${what} is not opened, and the page says so`, async ({ page }) => {
    const { code } = playground(page);
    await page.goto(`${origin}/?src=${encodeURIComponent(src)}`);
    await takenOver(page);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(code).toContainText('hello_my_extension');
    expect(asked.filter((path) => path !== '/docs/thrice.rs')).toEqual([]);
    await expectAccessible(page);
  });
