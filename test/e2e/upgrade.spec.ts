import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';

test('an extension goes from one version to the next, and an open connection keeps the old library', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { open, write, code, sql, results, runToEnd } = playground(page);
  await open();
  await write(code, library('answer() -> i32', '1'));
  await write(sql, 'select answer();');
  await runToEnd();
  await expect(results.getByText('created', { exact: true })).toBeVisible();

  await page.getByRole('tab', { name: 'Connections' }).click();
  await page.getByRole('button', { name: 'Open a connection' }).click();
  const connection = page.getByRole('region', { name: 'Connection A' });
  const ask = async () => {
    await connection.getByLabel('SQL for connection A').fill('select answer();');
    await connection.getByRole('button', { name: 'Run on connection A' }).click();
  };
  await ask();
  await expect(connection.getByRole('gridcell', { name: '1', exact: true })).toBeVisible();

  await page.getByRole('tab', { name: 'Upgrade' }).click();
  const pane = page.getByRole('region', { name: 'Upgrade', exact: true });
  await expect(pane.getByText('The database has my_extension 0.0.0')).toBeVisible();
  await pane.getByRole('button', { name: 'Bump to 0.1.0' }).click();
  await expect(pane.getByText('The project is my_extension 0.1.0')).toBeVisible();
  await write(code, library('answer() -> i32', '2 }\n\n#[pg_extern]\nfn more() -> i32 {\n    10'));

  // Without a script Postgres has no way, and says so; the SQL to draft from is known now.
  await pane.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(results.getByText(/has no update path from version "0.0.0" to version "0.1.0"/)).toBeVisible({
    timeout: 45_000,
  });
  await pane.getByRole('button', { name: 'Draft upgrade script 0.0.0 → 0.1.0' }).click();
  await expect(code.getByText('This is a draft: review it before you run it.')).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('Update the extension');
  await page.getByRole('option', { name: 'Update the extension' }).click();
  await expect(results.getByText('updated', { exact: true })).toBeVisible({ timeout: 45_000 });
  await expect(results.getByRole('gridcell', { name: '2', exact: true })).toBeVisible();
  await expect(pane.getByText('The database has my_extension 0.1.0')).toBeVisible();

  await page.getByRole('tab', { name: 'Connections' }).click();
  await ask();
  await expect(connection.getByRole('gridcell', { name: '1', exact: true })).toHaveCount(2);
  await page.getByRole('tab', { name: 'Upgrade' }).click();
  await expect(pane.getByRole('cell', { name: 'replaced: old until it reconnects' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Connections' }).click();
  await connection.getByRole('button', { name: 'Close connection A' }).click();
  await page.getByRole('button', { name: 'Open a connection' }).click();
  await ask();
  await expect(connection.getByRole('gridcell', { name: '2', exact: true })).toBeVisible();
});

test('the versions are known after a reload, and what the database has', async ({ page }) => {
  test.setTimeout(180_000);
  const { open, write, code, runToEnd, command, results } = playground(page);
  const pane = page.getByRole('region', { name: 'Upgrade', exact: true });
  const reload = async () => {
    await page.reload();
    await expect(page.locator('#pane-code .monaco-editor').first()).toBeVisible({ timeout: 45_000 });
    await page.getByRole('tab', { name: 'Upgrade' }).click();
  };
  await open();
  await write(code, library('answer() -> i32', '1'));
  await runToEnd();
  await reload();
  await expect(pane.getByText('The database has my_extension 0.0.0')).toBeVisible();
  await pane.getByRole('button', { name: 'Bump to 0.1.0' }).click();
  await write(code, library('answer() -> i32', '2 }\n\n#[pg_extern]\nfn more() -> i32 {\n    10'));
  await pane.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(results.getByText(/has no update path/)).toBeVisible({ timeout: 45_000 });
  // A run of another kind is what a reload then hears of.
  await command('Run all tests');
  await expect(results.getByText('built', { exact: true })).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole('button', { name: /^Run/ }).first()).toBeVisible({ timeout: 45_000 });
  await reload();
  await pane.getByRole('button', { name: 'Draft upgrade script 0.0.0 → 0.1.0' }).click();
  await expect(code.getByText('This is a draft: review it before you run it.')).toBeVisible();
});
