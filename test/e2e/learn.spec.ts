import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { lesson } from './support/lesson.ts';
import { playground } from './support/playground.ts';

const markup = '/learn/odd/01-markup';

test('HTML in a lesson is text, and what is wanted can be reached by its buttons', async ({ page }) => {
  const { ready, check, text, code, dock } = lesson(page);
  await page.goto(markup);
  await ready();
  await expect(page).toHaveTitle(/^Markup/);
  await expect(text).toContainText('<script>document.title');
  await expect(text.locator('img, script')).toHaveCount(0);
  await expect(dock.getByText('not run yet')).toHaveCount(1);
  await expectAccessible(page);

  await check('0 of 1 passed');
  await expect(dock).toContainText('So says <b>the author</b>.');
  await expect(dock.getByText('expected').first()).toBeVisible();
  await expect(dock).toContainText('function one() does not exist');
  await dock.getByRole('button', { name: 'hint 1 of 2' }).click();
  await expect(dock.getByRole('note')).toHaveText('Add the function of the text.');
  await expect(dock.getByRole('button', { name: 'hint 2 of 2' })).toBeVisible();
  await expectAccessible(page);

  await text.getByRole('button', { name: 'Add to src/lib.rs' }).click();
  await expect(code).toContainText('fn one()');
  await expect(dock).toContainText('You have changed the code since.');
  await check('All checks passed.');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
});

test('the code of a lesson is its own, and is there after a reload in the middle', async ({ page }) => {
  // Seven pages are opened, each with its editor.
  test.setTimeout(150_000);
  const { ready, text, code, dock } = lesson(page);
  const own = playground(page);
  await own.open();
  await own.write(own.sql, 'select 1 as own_draft;');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('own_draft');
  await page.goto(markup);
  await ready();
  await text.getByRole('button', { name: 'Add to src/lib.rs' }).click();
  await page.reload();
  await expect(code).toContainText('fn one()');
  await ready();
  await expect(text.getByRole('button', { name: 'In src/lib.rs' })).toBeVisible();

  await dock.getByRole('button', { name: 'Reset' }).click();
  await dock.getByRole('button', { name: 'Reset my code' }).click();
  await expect(code).not.toContainText('fn one()');
  await dock.getByRole('button', { name: 'Undo' }).click();
  await expect(code).toContainText('fn one()');

  await dock.getByRole('button', { name: 'Open in playground' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(code).toContainText('fn one()');
  await page.getByRole('link', { name: 'Back to the lesson' }).click();
  await expect(page).toHaveURL(markup);
  await page.goto('/');
  await page.getByRole('button', { name: 'Restore my draft' }).click();
  await expect(page.locator('#pane-sql')).toContainText('own_draft');
  await expect(code).not.toContainText('fn one()');
});

test('a check that hangs is stopped at its limit with clear words, and by Cancel before', async ({
  page,
}) => {
  const { ready, check, dock } = lesson(page);
  await page.goto('/learn/odd/02-hangs');
  await ready();
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(dock.getByText('running', { exact: true })).toHaveCount(1);
  await dock.getByRole('button', { name: 'cancel' }).click();
  await expect(dock).toContainText('Cancelled: 0 of 2 passed');
  await check('1 of 2 passed');
  await expect(dock).toContainText('it exceeded the time limit for a statement');
});

test('a lesson without its library says so, and brings it back', async ({ page }) => {
  const { ready, code, dock } = lesson(page);
  await page.goto(markup);
  await ready();
  await page.keyboard.press('Alt+2');
  await expect(code.locator('.monaco-editor :focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await expect(dock).toContainText('src/lib.rs is missing or empty');
  await dock.getByRole('button', { name: 'Restore file' }).click();
  await expect(code).toContainText('pg_module_magic');
  await expect(dock).not.toContainText('missing or empty');
});
