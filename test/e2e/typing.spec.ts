import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';

test('marks an error at a pause in typing, mends it by a quick fix, and runs what was built ahead', async ({
  page,
}) => {
  const { open, results, write, code, sql, run } = playground(page);
  await open();
  await write(sql, 'select counted();');
  await write(code, library('counted() -> i32', 'let n = 1;\n    n += 1;\n    n'));
  await expect(code.locator('.squiggly-error').first()).toBeVisible();
  await expect(page.getByRole('tab', { name: /Problems 1/ })).toBeVisible();
  await expect(results.getByText('build failed')).toHaveCount(0);

  await code.getByText('n += 1;').click();
  await page.keyboard.press('F8');
  await page.keyboard.press('ControlOrMeta+.');
  await page
    .locator('.action-widget')
    .getByText(/mutable/)
    .click();
  await expect(code.getByText('let mut n = 1;')).toBeVisible();
  await expect(code.locator('.squiggly-error')).toHaveCount(0);
  await expect(page.locator('footer').getByText('Ready to run')).toBeVisible();
  await expectAccessible(page);

  // Too quick for Cancel to be seen.
  await run.click();
  await expect(results.getByText('2', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Build log' }).click();
  await expect(page.locator('#tool-content').getByText('Compiling')).toHaveCount(0);
});

test('marks an error in Cargo.toml while one types, and takes a run’s marks away when it is mended', async ({
  page,
}) => {
  const { open, results, code, run } = playground(page);
  await open();
  await page.getByRole('button', { name: 'Cargo.toml' }).first().click();
  await code.locator('.view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  // No bracket: the editor closes it where it has loaded what it knows of TOML in time.
  await page.keyboard.type('\nbroken');
  await expect(code.locator('.squiggly-error').first()).toBeVisible();
  await run.click();
  await expect(results.getByText('build failed', { exact: true })).toBeVisible();
  await code.locator('.view-lines').first().click();
  for (let n = 0; n < 8; n++) await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.getByRole('tab', { name: /Problems \d/ })).toHaveCount(0);
});

test('formats by a key, keeps the caret, and takes it back by Undo; a syntax error is said', async ({
  page,
}) => {
  const { open, write, code } = playground(page);
  await open();
  const before = library('twice(n: i32) -> i32', 'n*2').replace('fn twice', 'fn   twice');
  await write(code, before);
  await code.getByText('n*2').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Alt+F');
  await expect(page.locator('footer').getByText('Formatted')).toBeVisible();
  await expect(code.getByText('n * 2')).toBeVisible();
  await page.keyboard.type(' + 1');
  await expect(code.getByText('n * 2 + 1')).toBeVisible();
  for (let n = 0; n < 5; n++) await page.keyboard.press('ControlOrMeta+Z');
  await expect(code.getByText('n*2', { exact: true })).toBeVisible();

  await write(code, library('twice(n: i32) -> i32', 'let a = (;'));
  await page.keyboard.press('Shift+Alt+F');
  await expect(page.locator('footer').getByText(/Not formatted: .*src\/lib\.rs, line 7/)).toBeVisible();
});

test('formats at each save, where that is wished', async ({ page }) => {
  const { open, command, write, code } = playground(page);
  await open();
  const crooked = library('twice(n: i32) -> i32', 'n*2');
  const form = page.getByRole('dialog').getByLabel('Title');
  await write(code, crooked);
  await page.keyboard.press('ControlOrMeta+S');
  await expect(form).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(code.getByText('n*2', { exact: true })).toBeVisible();

  await command('Toggle format on save');
  await expect(page.locator('footer').getByText('Format on save and share is on')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+S');
  await expect(form).toBeVisible();
  await expect(code.getByText('n * 2', { exact: true })).toBeVisible();
});

test('lints by a command, with clippy’s fixes as quick fixes', async ({ page }) => {
  const { open, command, write, code } = playground(page);
  await open();
  await write(code, library('one() -> i32', 'return 1;'));
  await command('Lint');
  const problems = page.locator('#tool-content');
  await expect(problems.getByText('clippy::needless_return')).toBeVisible();
  await expectAccessible(page);
  await problems.getByText('unneeded').first().click();
  await page.keyboard.press('ControlOrMeta+.');
  await page
    .locator('.action-widget')
    .getByText(/remove `return`/)
    .click();
  await expect(code.getByText('return')).toHaveCount(0);
  await expect(problems.getByText('clippy::needless_return')).toHaveCount(0);
});

test('a build script that hangs is said once, and not tried again before a run or a change of what cargo goes by', async ({
  page,
}) => {
  test.setTimeout(90_000);
  let checks = 0;
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (/"type":"background".*"mode":"check"/s.test(String(payload))) checks += 1;
    }),
  );
  const { open, write, code } = playground(page);
  await page.clock.install();
  await open();
  await page.getByRole('button', { name: 'New file' }).click();
  await page.keyboard.type('build.rs');
  await page.keyboard.press('Enter');
  await expect(code.locator(':focus')).toHaveCount(1);
  await write(code, 'fn main() { loop {} }');
  const said = page.locator('footer').getByText(/The check took over 20 s and was stopped/);
  await expect(said).toBeVisible({ timeout: 40_000 });
  const before = checks;
  expect(before).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'src/lib.rs' }).first().click();
  await write(code, library('one() -> i32', '1'));
  // A pause long enough for any check, and for whatever might try again.
  await page.clock.fastForward(30_000);
  expect(checks).toBe(before);
  await expect(said).toBeVisible();

  await page.getByRole('button', { name: 'build.rs' }).first().click();
  await write(code, 'fn main() {}');
  await expect.poll(() => checks).toBeGreaterThan(before);
  await expect(said).toHaveCount(0);
});
