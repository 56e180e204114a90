import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';

const sql = 'select add(1, 2);\nselect n, add(n, n) from generate_series(1, 2) n;';

/** Writes a small project, runs it, and shares it; the link's path. */
async function shareProject(page: Page, title: string): Promise<string> {
  const { open, write, code, sql: script, runToEnd } = playground(page);
  await open();
  await write(code, library('add(a: i32, b: i32) -> i32', 'a + b'));
  await write(script, sql);
  await runToEnd();
  await page.keyboard.press('ControlOrMeta+S');
  await page.getByRole('dialog').getByLabel('Title').fill(title);
  await page.getByLabel(/^Description/).fill('It adds.\nNo more.');
  await page.getByRole('button', { name: 'Copy the link', exact: true }).click();
  return new URL(await shownLink(page)).pathname;
}

const shownLink = (page: Page) => page.getByLabel('Link', { exact: true }).inputValue();

/** A page in a profile that has never been here. */
async function freshPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

/** The whole playground has taken over from the server's HTML. */
async function takenOver(page: Page): Promise<void> {
  await expect(page.locator('#pane-code .monaco-editor').first()).toBeVisible({ timeout: 45_000 });
  await expect(page.locator('footer').getByText(/^(connected|ready)$/)).toBeVisible();
}

const drafts = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('pgrx-playground:draft:'))
      .map((key) => localStorage.getItem(key)),
  );

test('[K3] shares what happened, and a stranger sees it, runs it and changes it', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const path = await shareProject(page, 'Adding <b>two</b>');
  await expect(page.getByText('The link was copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(path, page.url()).href);
  await expectAccessible(page);

  // The code and its results are in the HTML itself, and no script is needed to read them.
  const reader = await freshPage(browser, { javaScriptEnabled: false });
  const answer = await reader.goto(path);
  expect(answer?.status()).toBe(200);
  await expect(reader).toHaveTitle('Adding <b>two</b> – pgrx playground');
  await expect(reader.getByText('It adds.')).toBeVisible();
  await expect(reader.getByRole('textbox', { name: 'src/lib.rs, Rust' })).toHaveValue(/fn add\(a: i32/);
  const result = reader.getByLabel('Result of statement 2').getByRole('row');
  await expect(result).toHaveText([/^n integer\s*add integer$/, '12', '24']);
  expect(await answer?.headerValue('set-cookie')).toBeNull();

  const stranger = await freshPage(browser);
  const violations: string[] = [];
  stranger.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  const { write, code, runToEnd, results } = playground(stranger);
  await stranger.goto(path);
  await expect(stranger.getByText('Recorded by this server')).toBeVisible();
  await takenOver(stranger);
  await expectAccessible(stranger);
  expect(await drafts(stranger)).toEqual([]);
  // Nothing is run by opening a link.
  await expect(stranger.locator('footer').getByText('connected')).toBeVisible();

  await runToEnd();
  await expect(results.getByText('The same result')).toBeVisible();
  await write(code, library('add(a: i32, b: i32) -> i32', 'a * b'));
  await expect(stranger.getByText('A changed copy of your own')).toBeVisible();
  await runToEnd();
  await expect(results.getByText('Different')).toBeVisible();
  await results.getByRole('button', { name: 'show', exact: true }).click();
  const differences = stranger.getByRole('region', { name: 'Differences from the recorded result' });
  await expect(differences.getByText('Statement 1: rows')).toBeVisible();
  await expectAccessible(stranger);
  expect(violations).toEqual([]);

  // A fork knows what it was made from.
  await stranger.keyboard.press('ControlOrMeta+S');
  await stranger.getByRole('dialog').getByLabel('Title').fill('Multiplying');
  await stranger.getByRole('button', { name: 'Copy the link', exact: true }).click();
  const fork = await shownLink(stranger);
  expect(new URL(fork).pathname).not.toBe(path);
  const third = await freshPage(browser);
  await third.goto(fork);
  const parents = third.getByRole('navigation', { name: 'Made from' });
  await expect(parents.getByRole('link')).toHaveText(['Adding <b>two</b>']);
  await parents.getByRole('link').click();
  await expect(third).toHaveTitle('Adding <b>two</b> – pgrx playground');
  await third.goBack();
  await expect(third).toHaveTitle('Multiplying – pgrx playground');
  for (const { context: opened } of [reader, stranger, third].map((one) => ({ context: one.context() })))
    await opened.close();
});

test('[K3] never touches a draft by opening a link, and comes back to it', async ({ page }) => {
  test.setTimeout(120_000);
  const path = await shareProject(page, 'Shared');
  await page.keyboard.press('Escape');
  const { write, code, sql: script } = playground(page);
  await write(script, 'select 1 as my_own;');
  await expect.poll(() => drafts(page)).toEqual([expect.stringContaining('my_own')]);
  const own = await drafts(page);

  await page.goto(path);
  await takenOver(page);
  await expect(script.getByText('select add(1, 2);')).toBeVisible();
  expect(await drafts(page)).toEqual(own);
  await write(script, 'select 2 as of_the_link;');
  await expect.poll(() => drafts(page)).toHaveLength(2);
  expect(await drafts(page)).toEqual(expect.arrayContaining(own));

  await page.goBack();
  await takenOver(page);
  await expect(script.getByText('select 1 as my_own;')).toBeVisible();
  await page.goForward();
  await takenOver(page);
  await expect(script.getByText('select 2 as of_the_link;')).toBeVisible();
  await page.reload();
  await takenOver(page);
  await expect(script.getByText('select 2 as of_the_link;')).toBeVisible();
  await page.getByRole('button', { name: 'back to what was shared' }).click();
  await expect(script.getByText('select add(1, 2);')).toBeVisible();
  await expect(code.getByText('fn add')).toBeVisible();
});

test('deletes a link for who made it, after asking', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const path = await shareProject(page, 'Short-lived');
  await page.getByRole('button', { name: 'My links' }).click();
  const links = page.getByRole('list', { name: 'My links' });
  await links.getByRole('button', { name: 'Delete Short-lived' }).click();
  await links.getByRole('button', { name: 'keep it' }).click();
  await expect(links.getByRole('link', { name: 'Short-lived' })).toBeVisible();
  await links.getByRole('button', { name: 'Delete Short-lived' }).click();
  await links.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByText('No link was made in this browser yet.')).toBeVisible();

  const stranger = await freshPage(browser);
  expect((await stranger.goto(path))?.status()).toBe(410);
  await expect(stranger.getByRole('heading', { name: 'This link is no longer there' })).toBeVisible();
  await expect(stranger.getByText('Its owner has deleted what was here.')).toBeVisible();
  await expectAccessible(stranger);
  expect((await stranger.goto('/s/nobodyKnows1'))?.status()).toBe(404);
  await expect(stranger.getByRole('heading', { name: 'There is no such link' })).toBeVisible();
  await expectAccessible(stranger);
  await stranger.context().close();
});

test('says why it could not share, and keeps everything', async ({ page, context }) => {
  const { open } = playground(page);
  await open();
  const answers: [number, string, object][] = [
    [429, 'Too many links in a minute from here.', { 'Retry-After': '7' }],
    [413, 'The body is over 1024 KiB.', {}],
    [503, 'Links cannot be kept or read now.', {}],
    [507, 'The server has no room for another link.', {}],
  ];
  await page.keyboard.press('ControlOrMeta+S');
  const title = page.getByRole('dialog').getByLabel('Title');
  await expect(title).toBeFocused();
  await title.fill('Kept');
  for (const [status, detail, headers] of answers) {
    await page.route('**/api/v1/snippets', (route) =>
      route.fulfill({
        status,
        headers: { 'Content-Type': 'application/problem+json', ...headers },
        body: JSON.stringify({ type: 'about:blank', title: 'x', status, detail }),
      }),
    );
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').getByText(detail)).toBeVisible();
    await page.unroute('**/api/v1/snippets');
  }
  await page.route('**/api/v1/snippets', (route) =>
    route.fulfill({ status: 429, headers: { 'Retry-After': '7' }, body: '{}' }),
  );
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Again in [1-7] s\./)).toBeVisible();
  await page.unroute('**/api/v1/snippets');
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await expect(page.getByText('This computer has no network.')).toBeVisible();
  await context.setOffline(false);
  await expect(title).toHaveValue('Kept');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Link', { exact: true })).toBeFocused();
  await expect(page.getByText('No result is kept with it.')).toBeVisible();
});

test('runs first where there is no result, and shows the link where the browser does not copy it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    document.execCommand = () => false;
  });
  const { open, sql: script, write } = playground(page);
  await open();
  await write(script, 'select 7 as seven;');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('Nothing of this has been run here')).toBeVisible();
  await page.getByRole('button', { name: 'Run, then share' }).click();
  // It goes on where the panel is closed, and comes back with the link.
  await page.keyboard.press('Escape');
  const link = page.getByLabel('Link', { exact: true });
  await expect(link).toBeFocused({ timeout: 45_000 });
  await expect(page.getByText('The browser does not let this page copy it')).toBeVisible();
  await expect(page.getByText('What Postgres said is kept with it.')).toBeVisible();
  expect(await link.evaluate((field: HTMLInputElement) => field.selectionEnd)).toBe(
    (await link.inputValue()).length,
  );
  await page.keyboard.press('Escape');
  await expect(page.locator('#pane-sql .monaco-editor.focused')).toBeVisible();

  // The same again has the same link; what is changed is another's child.
  const first = await page.evaluate(() => localStorage.getItem('pgrx-playground:links'));
  await page.keyboard.press('ControlOrMeta+S');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Link', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('pgrx-playground:links'))).toBe(first);
});

test('can be read and shared on a phone', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const path = await shareProject(page, 'On a phone');
  const phone = { viewport: { width: 390, height: 844 } };
  const reader = await freshPage(browser, { ...phone, javaScriptEnabled: false });
  await reader.goto(path);
  await expect(reader.getByRole('textbox', { name: 'src/lib.rs, Rust' })).toBeVisible();
  await expect(reader.getByLabel('Result of statement 2')).toBeVisible();
  const holder = await freshPage(browser, phone);
  await holder.goto(path);
  await expect(holder.locator('footer').getByText('connected')).toBeVisible();
  await holder.getByRole('button', { name: 'Results' }).click();
  await expect(holder.getByLabel('Result of statement 2')).toBeVisible();
  await expectAccessible(holder);
  await holder.getByRole('button', { name: 'Share' }).click();
  await expect(holder.getByText('All of this has a link already.')).toBeVisible();
  await expectAccessible(holder);
  for (const one of [reader, holder]) await one.context().close();
});
