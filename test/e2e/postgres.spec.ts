import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';
import { scriptedVersions, scriptServer } from './support/scriptedServer.ts';

test('takes up a Postgres whose image comes while the page is open', async ({ page }) => {
  const { open } = playground(page);
  const server = await scriptServer(page);
  await open();
  const picker = page.getByRole('banner').getByText('Postgres 17');
  const [seventeen] = scriptedVersions.postgres;
  if (!seventeen) throw new Error('the scripted server has no Postgres');
  // One alone is nothing to choose from.
  await expect(page.getByRole('button', { name: 'Postgres 17' })).toHaveCount(0);
  await expect(picker).toBeVisible();
  server.say({ type: 'versions', versions: { ...scriptedVersions, coming: [15, 18] } });
  await page.getByRole('button', { name: 'Postgres 17' }).click();
  const coming = page.getByRole('menuitem', { name: /Postgres 18 image is still building/ });
  await expect(coming).toBeDisabled();
  server.say({
    type: 'versions',
    versions: { ...scriptedVersions, postgres: [seventeen, { major: 18, version: '18.6' }], coming: [15] },
  });
  await expect(page.getByRole('menuitem', { name: 'Postgres 18.6' })).toBeEnabled();
  await expect(page.getByRole('menuitem', { name: /Postgres 15/ })).toBeDisabled();
  await page.screenshot({ path: test.info().outputPath('coming.png') });
  await page.getByRole('menuitem', { name: 'Postgres 18.6' }).click();
  await expect(page.locator('footer').getByText('Postgres 18.6')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Compile and run on all Postgres versions' })).toBeVisible();
  await expectAccessible(page);
});

test('says what becomes of the container when another Postgres is chosen, and so it does', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { open, write, code, sql, runToEnd, results } = playground(page);
  await open();
  await write(code, library('major() -> i32', 'pg_sys::PG_VERSION_NUM as i32 / 10000'));
  await write(sql, 'create table kept_here (); select major();');
  await runToEnd();
  await expect(results.getByText('17', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Postgres 17' }).click();
  const menu = page.getByRole('menu');
  await expect(menu).toContainText('Your container runs Postgres 17');
  await page.screenshot({ path: test.info().outputPath('held.png') });
  await menu.getByRole('menuitem', { name: /^Postgres 18/ }).click();
  await expect(page.locator('footer').getByText(/^Postgres 18\.\d+ · pgrx/)).toBeVisible();
  const note = results.getByText(/The next run starts a new container with Postgres 18/);
  await expect(note).toContainText('The Postgres 17 database and everything in it are discarded');
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('left.png') });
  await note.getByRole('button', { name: 'Keep Postgres 17' }).click();
  await expect(note).toHaveCount(0);
  await expect(page.locator('footer').getByText(/^Postgres 17\.\d+ · pgrx/)).toBeVisible();

  await page.getByRole('button', { name: 'Postgres 17' }).click();
  await menu.getByRole('menuitem', { name: /^Postgres 18/ }).click();
  await write(sql, "select major(), to_regclass('kept_here') is null as left_behind;");
  await runToEnd();
  await expect(note).toHaveCount(0);
  await expect(results.getByText('18', { exact: true })).toBeVisible();
  await expect(results.getByRole('gridcell', { name: 't', exact: true })).toBeVisible();
});
