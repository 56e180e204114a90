import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';

test('a setting is found, changed, and in force after the next run', async ({ page }) => {
  const { open, command, runToEnd, results, sql, write } = playground(page);
  await open();
  await command('Settings');
  const pane = page.getByRole('tabpanel', { name: /Settings/ });
  await expect(pane.getByText('Press Run to start Postgres')).toBeVisible();
  await runToEnd();
  await pane.getByLabel('Search settings').fill('wal level');
  await pane.getByRole('button', { name: 'Change wal_level' }).click();
  const field = pane.getByLabel('Value of wal_level');
  await expect(field).toHaveValue('minimal');
  await field.fill('logical');
  await field.press('Enter');
  await expect(pane.getByText('The next run restarts Postgres')).toBeVisible();
  await expectAccessible(page);
  await write(sql, 'show wal_level;');
  await runToEnd();
  await expect(results.getByText('The settings in postgresql.conf changed.')).toBeVisible();
  await expect(results.getByRole('gridcell', { name: 'logical' })).toBeVisible();
  await pane.getByRole('button', { name: 'Remove wal_level' }).click();
  await expect(page.getByRole('button', { name: 'postgresql.conf' })).toHaveCount(0);
});

test('the server’s log is seen as it is written, and a setting that keeps Postgres from starting is told there', async ({
  page,
}) => {
  const { open, command, runToEnd, code, results, sql, write } = playground(page);
  await open();
  await write(code, library('say(what: &str)', 'println!("printed {what}"); log!("logged {what}");'));
  await write(sql, "select say('once');");
  await command('Server log');
  const pane = page.getByRole('tabpanel', { name: /Server log/ });
  await runToEnd();
  await expect(pane.getByText('printed once')).toBeVisible();
  await expect(pane.getByText('live')).toBeVisible();
  await command('Settings');
  await page.getByRole('button', { name: 'Change max_worker_processes' }).click();
  const field = page.getByLabel('Value of max_worker_processes');
  await field.fill('many');
  await field.press('Enter');
  await runToEnd();
  await expect(
    results.getByText(
      'Postgres doesn’t start with the settings in postgresql.conf: invalid value for parameter',
    ),
  ).toBeVisible();
  await command('Server log');
  await expect(pane.getByText('did not start')).toBeVisible();
  await expectAccessible(page);
});

test('the database is made as new, and the files stay', async ({ page }) => {
  const { open, command, runToEnd, results, sql, write } = playground(page);
  await open();
  await write(sql, 'create table kept (a int);');
  await runToEnd();
  await command('Reset database');
  await expect(results.getByText('Database reset')).toBeVisible();
  await runToEnd();
  await expect(results.getByText(/^CREATE TABLE · /)).toBeVisible();
  await expect(results.getByText('already exists')).toHaveCount(0);
});
