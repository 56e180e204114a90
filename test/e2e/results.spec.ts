import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { done, phase, statement } from './support/events.ts';
import { openScripted as open } from './support/scriptedServer.ts';

test('names the statement under way, with its time', async ({ page }) => {
  const server = await open(page);
  const running = { type: 'running', index: 0, statement: 'select pg_sleep(9)', offset: 0, ms: 300 } as const;
  server.script = [phase('running'), running];
  await page.getByRole('button', { name: /^Run/ }).click();
  const results = page.locator('#pane-results');
  await expect(results.getByRole('button', { name: 'select pg_sleep(9)' })).toBeVisible();
  await expect(results.getByText(/^Running for \d/)).toBeVisible();
  await expectAccessible(page);
});

test('opens a value by keyboard and by mouse, and shows a plan as it is drawn', async ({ page }) => {
  const server = await open(page);
  const columns = [
    { name: 'id', type: 'int4' },
    { name: 'body', type: 'jsonb' },
  ];
  const rows = [
    ['1', '{"a": [1, 2]}'],
    ['2', 'word '.repeat(300)],
  ];
  const plan = [['Sort  (cost=1.00..2.00 rows=1 width=4)'], ['  ->  Seq Scan on t']];
  server.script = [
    phase('running'),
    statement({ columns, rows, rowCount: 2 }),
    statement({ index: 1, columns: [{ name: 'QUERY PLAN', type: 'text' }], rows: plan, command: 'EXPLAIN' }),
    done('ok'),
  ];
  await page.getByRole('button', { name: /^Run/ }).click();
  const results = page.locator('#pane-results');
  await expect(results.getByText(/Sort .*->\s+Seq Scan on t/s)).toBeVisible();
  const cell = results.getByRole('gridcell', { name: '1', exact: true });
  await cell.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'body' });
  await expect(dialog.getByText('"a": [')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(results.getByRole('gridcell', { name: '{"a": [1, 2]}' })).toBeFocused();
  const tall = results.getByRole('gridcell', { name: /^word/ });
  expect((await tall.boundingBox())?.height).toBeLessThan(60);
  await tall.click();
  await dialog.getByRole('button', { name: 'Bytes' }).click();
  await expect(dialog.getByText('0000  77 6f 72 64')).toBeVisible();
});

test('completes words of the script, and none of its comments', async ({ page }) => {
  await open(page);
  const sql = page.locator('#pane-sql');
  await sql.locator('.view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('-- lookalike\nselect looking_glass;\nselect loo');
  await page.keyboard.press('Control+Space');
  const offered = page.locator('.suggest-widget .monaco-list-row');
  await expect(offered).toHaveCount(1);
  await expect(offered).toContainText('looking_glass');
});
