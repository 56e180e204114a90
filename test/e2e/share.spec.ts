import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';
import { drafts, freshPage, shareProject, shownLink, takenOver } from './support/sharing.ts';

test('[K3] shares what happened, and a stranger sees it, runs it and changes it', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const path = await shareProject(page, 'Adding <b>two</b>');
  await expect(page.getByText('Link copied.')).toBeVisible();
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
  await expect(results.getByText('Same result')).toBeVisible();
  await write(code, library('add(a: i32, b: i32) -> i32', 'a * b'));
  await expect(stranger.getByText('Your edited copy')).toBeVisible();
  await runToEnd();
  await expect(results.getByText('Different')).toBeVisible();
  await results.getByRole('button', { name: 'Show', exact: true }).click();
  const differences = stranger.getByRole('region', { name: 'Differences from the recorded result' });
  await expect(differences.getByText('Statement 1: rows')).toBeVisible();
  await expectAccessible(stranger);
  expect(violations).toEqual([]);

  // A fork knows what it was made from.
  await stranger.keyboard.press('ControlOrMeta+S');
  await stranger.getByRole('dialog').getByLabel('Title').fill('Multiplying');
  await stranger.getByRole('button', { name: 'Copy link', exact: true }).click();
  const fork = await shownLink(stranger);
  expect(new URL(fork).pathname).not.toBe(path);
  const third = await freshPage(browser);
  await third.goto(fork);
  const parents = third.getByRole('navigation', { name: 'Copied from' });
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
  await page.getByRole('button', { name: 'Reset to shared version' }).click();
  await expect(script.getByText('select add(1, 2);')).toBeVisible();
  await expect(code.getByText('fn add')).toBeVisible();
});

test('deletes a link for who made it, after asking', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const path = await shareProject(page, 'Short-lived');
  await page.getByRole('button', { name: 'My links' }).click();
  const links = page.getByRole('list', { name: 'My links' });
  await links.getByRole('button', { name: 'Delete Short-lived' }).click();
  await links.getByRole('button', { name: 'Cancel' }).click();
  await expect(links.getByRole('link', { name: 'Short-lived' })).toBeVisible();
  await links.getByRole('button', { name: 'Delete Short-lived' }).click();
  await links.getByRole('button', { name: 'Delete link' }).click();
  await expect(page.getByText('No links created in this browser yet.')).toBeVisible();

  const stranger = await freshPage(browser);
  expect((await stranger.goto(path))?.status()).toBe(410);
  await expect(stranger.getByRole('heading', { name: 'This link is no longer available' })).toBeVisible();
  await expect(stranger.getByText('The owner has deleted this link.')).toBeVisible();
  await expectAccessible(stranger);
  expect((await stranger.goto('/s/nobodyKnows1'))?.status()).toBe(404);
  await expect(stranger.getByRole('heading', { name: 'Link not found' })).toBeVisible();
  await expectAccessible(stranger);
  await stranger.context().close();
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
  await expect(holder.getByText('Already shared. Copy the existing link.')).toBeVisible();
  await expectAccessible(holder);
  for (const one of [reader, holder]) await one.context().close();
});
