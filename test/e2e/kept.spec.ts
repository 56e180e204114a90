import { expect, test, type WebSocketRoute } from '@playwright/test';
import { library, playground } from './support/playground.ts';

test('keeps what was typed over a reload, and each tab its own', async ({ page, context }) => {
  const { open, write, code, sql } = playground(page);
  await open();
  await write(code, library('mine() -> i32', '1'));
  await write(sql, 'select mine();');
  await page.getByLabel('Title').fill('Kept');
  await page.reload();
  await expect(code.getByText('fn mine() -> i32 {')).toBeVisible();
  await expect(sql.getByText('select mine();')).toBeVisible();
  await expect(page).toHaveTitle('Kept – pgrx playground');

  const other = playground(await context.newPage());
  await other.open();
  await expect(other.code.getByText('fn mine() -> i32 {')).toBeHidden();
});

test('shows the draft before any script has loaded', async ({ page }) => {
  const { open, write, sql } = playground(page);
  await open();
  await write(sql, 'select 1 as early;');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'domcontentloaded' });
  await expect(page.getByLabel('SQL script')).toHaveValue('select 1 as early;');
  await page.getByLabel('SQL script').fill('select 2;');
});

test('resumes a run after a lost connection, without gaps or repeats', async ({ page }) => {
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket('**/api/v1/session', (route) => {
    sockets.push(route);
    route.connectToServer();
  });
  const { open, run, results, write, sql } = playground(page);
  await open();
  const statements = Array.from(
    { length: 12 },
    (_, index) => `select pg_sleep(0.3), ${index} as number_${index};`,
  );
  await write(sql, statements.join('\n'));
  await run.click();
  await expect(results.getByRole('columnheader', { name: 'number_2' })).toBeVisible();
  await sockets[0]?.close({ code: 1001 });
  await expect(results.getByRole('columnheader', { name: 'number_11' })).toBeVisible();
  await expect(run).toBeVisible();
  for (const [index] of statements.entries())
    await expect(results.getByRole('columnheader', { name: new RegExp(`^number_${index} `) })).toHaveCount(1);
  expect(sockets.length).toBeGreaterThan(1);
});

test('adds, renames and deletes files, and undoes a deletion', async ({ page }) => {
  const { open } = playground(page);
  await open();
  const files = page.getByRole('navigation', { name: 'Files' });
  await files.getByRole('button', { name: 'New file' }).click();
  await page.keyboard.type('src/../evil.rs');
  await page.keyboard.press('Enter');
  await expect(files.getByRole('alert')).toBeVisible();
  await files.getByLabel('New file name').fill('src/maths.rs');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'src/maths.rs' })).toBeVisible();

  const row = files.getByRole('button', { name: /^src\/maths\.rs/ });
  await row.press('F2');
  await files.getByLabel('New name of src/maths.rs').fill('src/sums.rs');
  await page.keyboard.press('Enter');
  await files.getByRole('button', { name: /^src\/sums\.rs/ }).press('Delete');
  await expect(files.getByText('Deleted src/sums.rs.')).toBeVisible();
  await files.getByRole('button', { name: 'Undo' }).click();
  await expect(files.getByRole('button', { name: /^src\/sums\.rs/ })).toBeVisible();
});
