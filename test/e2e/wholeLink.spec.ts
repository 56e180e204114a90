import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';
import { drafts, freshPage, takenOver } from './support/sharing.ts';

test('[EM1] an address that holds everything opens elsewhere, beside what is there', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { open, write, code, sql } = playground(page);
  await open();
  await write(code, library('twice(n: i32) -> i32', 'n * 2'));
  await write(sql, 'select twice(21);');
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('Copy link that contains');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Copied a \d+ kB link/)).toBeVisible();
  await expectAccessible(page);
  const address = await page.evaluate(() => navigator.clipboard.readText());

  const stranger = await freshPage(browser);
  const theirs = playground(stranger);
  await theirs.open();
  await theirs.write(theirs.sql, 'select 1 as my_own;');
  await expect.poll(() => drafts(stranger)).toEqual([expect.stringContaining('my_own')]);
  const own = await drafts(stranger);
  // In the bar of a page that is there already, which loads nothing by itself.
  await stranger.goto(address);
  await takenOver(stranger);
  await expect(theirs.sql.getByText('select twice(21);')).toBeVisible();
  await expect(stranger.getByText('Opened from a link that contains the code')).toBeVisible();
  await expectAccessible(stranger);
  expect(await drafts(stranger)).toEqual(own);
  // Nothing has run.
  await expect(theirs.results.getByText('errors appear here')).toBeVisible();
  await theirs.runToEnd();
  await expect(theirs.results.getByLabel('Result of statement 1').getByRole('row').last()).toHaveText('42');

  await theirs.write(theirs.sql, 'select 2 as of_the_address;');
  await expect.poll(() => drafts(stranger)).toHaveLength(2);
  await stranger.reload();
  await expect(theirs.sql.getByText('select 2 as of_the_address;')).toBeVisible();
  await stranger.goto('/');
  await expect(theirs.sql.getByText('select 1 as my_own;')).toBeVisible();

  await stranger.goto('/#v1=AAAA');
  await expect(stranger.getByRole('alert').getByText('This link is damaged')).toBeVisible();
  await expect(theirs.sql.getByText('select 1 as my_own;')).toBeVisible();
  await stranger.context().close();
});
