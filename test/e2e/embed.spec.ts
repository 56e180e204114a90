import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { freshPage, shareProject } from './support/sharing.ts';

/** A page of another origin, whose own policy allows the playground and nothing else. */
async function foreignPage(body: string, playground: string) {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; script-src ${playground}; frame-src ${playground}`,
    );
    response.end(
      `<!doctype html><html lang="en"><head><title>Elsewhere</title><meta name="viewport" content="width=device-width"></head><body><main><h1>Elsewhere</h1>${body}</main></body></html>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, [Symbol.asyncDispose]: async () => void server.close() };
}

const snippet = (playground: string, attributes = '') => `<pre data-pgrx data-title="Adding" ${attributes}
  data-before="use pgrx::prelude::*;\n\n::pgrx::pg_module_magic!(name, version);\n"
  data-sql="select add(1, 2) as sum;">#[pg_extern]
fn add(a: i32, b: i32) -> i32 {
    a + b
}</pre><script src="${playground}/embed.js" async></script>`;

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

test('[EM4] runs on a page of another site, under a policy of its own, and only when Run is pressed', async ({
  page,
  baseURL: base,
}) => {
  const baseURL = base ?? '';
  test.setTimeout(120_000);
  await using foreign = await foreignPage(snippet(baseURL), baseURL);
  const errors = errorsOf(page);
  let sockets = 0;
  page.on('websocket', () => {
    sockets += 1;
  });
  await page.goto(foreign.url);
  const frame = page.frameLocator('iframe');
  const code = frame.getByRole('textbox', { name: 'src/lib.rs, Rust' });
  await expect(code).toHaveValue(/^#\[pg_extern\]\nfn add/);
  await expect(page.locator('pre')).toBeHidden();
  await expectAccessible(page);
  expect(sockets).toBe(0);

  const before = (await page.locator('iframe').boundingBox())?.height ?? 0;
  await frame.getByRole('button', { name: /^Run/ }).click();
  const rows = frame.getByLabel('Result of statement 1').getByRole('row');
  await expect(rows).toHaveText([/^sum integer/, '3'], { timeout: 60_000 });
  expect(sockets).toBe(1);
  // The page around it gave it the room that it now needs.
  await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(before);
  await expectAccessible(page);

  await code.fill('#[pg_extern]\nfn add(a: i32, b: i32) -> i32 {\n    a * b\n}');
  await code.press('ControlOrMeta+Enter');
  await expect(rows).toHaveText([/^sum integer/, '2'], { timeout: 60_000 });
  await frame.getByRole('button', { name: 'Show 3 hidden lines' }).click();
  await expect(code).toHaveValue(/^use pgrx::prelude::\*;/);

  // What was edited goes along into the whole playground.
  const opening = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Open in playground' }).click();
  const whole = await opening;
  await expect(whole.getByText('Opened from a link that contains the code')).toBeVisible();
  await expect(whole.locator('#pane-code').getByText('a * b')).toBeVisible({ timeout: 45_000 });
  expect(errors).toEqual([]);
});

test('[EM4] shows a link with its recorded result in a frame, dark and to be read alone; [EM6] it can be saved', async ({
  page,
  browser,
  baseURL: base,
}) => {
  const baseURL = base ?? '';
  test.setTimeout(120_000);
  const path = await shareProject(page, 'Framed');
  await page.goto(path);
  for (const [name, file] of [
    ['tar.gz', 'my_extension.tar.gz'],
    ['zip', 'my_extension.zip'],
    ['lib.rs', 'lib.rs'],
  ] as const) {
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe(file);
    expect(await download.failure()).toBeNull();
  }

  const address = `${baseURL}${path.replace('/s/', '/embed/')}?theme=dark&readonly=1&panes=code,results`;
  const framed = `<iframe src="${address}" title="Framed" width="380" height="500"></iframe>`;
  await using foreign = await foreignPage(framed, baseURL);
  const reader = await freshPage(browser, { viewport: { width: 390, height: 800 } });
  await reader.goto(foreign.url);
  const frame = reader.frameLocator('iframe[title="Framed"]');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.getByLabel('Result of statement 1').getByRole('row')).toHaveText([/^add integer/, '3']);
  await expect(frame.getByText('Recorded by this server')).toBeVisible();
  await expect(frame.getByRole('textbox', { name: 'src/lib.rs, Rust' })).toHaveAttribute('readonly');
  await expect(frame.getByRole('textbox', { name: 'script.sql, SQL' })).toHaveCount(0);
  await expectAccessible(reader);
  // No other page of the playground can be framed.
  await using other = await foreignPage(`<iframe src="${baseURL}${path}" title="Framed"></iframe>`, baseURL);
  await reader.goto(other.url);
  await expect(frame.locator('#sub-frame-error')).toBeAttached();
  await expect(frame.getByText('fn add')).toHaveCount(0);
  await reader.context().close();
});
