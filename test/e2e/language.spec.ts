import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { playground } from './support/playground.ts';

/** The first answer takes rust-analyzer through all of pgrx: 10 s of a core that is shared with other tests. */
const patience = { timeout: 90_000 };

test('rust-analyzer completes, explains, leads to sources and back, and renames', async ({ page }) => {
  test.setTimeout(240_000);
  const { open, command, code, write } = playground(page);
  await open();
  await command('switch rust-analyzer on');
  await expect(page.locator('footer').getByText(/^rust-analyzer ready in/)).toBeVisible(patience);

  await write(code, 'use pgrx::prelude::*;\npg_module_magic!();\nfn answer() { let found = ');
  await page.keyboard.type('Spi::');
  const offered = page.locator('.suggest-widget .monaco-list-row');
  await expect(offered.first()).toBeVisible(patience);
  await page.keyboard.type('get_on');
  await expect(offered.first()).toContainText('get_one');
  await page.keyboard.press('Enter');
  await expect(code.locator('.view-lines').first()).toContainText('Spi::get_one(query)');
  await expectAccessible(page);

  await write(
    code,
    'use pgrx::prelude::*;\npg_module_magic!();\nfn answer() -> i32 { 42 }\nfn twice() -> i32 { answer() * 2 }\nfn three() { Spi',
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('F12');
  const back = page.getByRole('button', { name: 'Back to src/lib.rs' });
  await expect(back).toBeVisible(patience);
  await expect(code.locator('.view-lines').first()).toContainText('pub struct Spi;');
  await expectAccessible(page);
  await page.keyboard.type('x');
  await expect(code.locator('.view-lines').first()).toContainText('pub struct Spi;');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(back).toBeHidden();
  await expect(code.locator('.view-lines').first()).toContainText('fn twice()');

  await code.getByText('answer', { exact: false }).first().hover();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  for (let n = 0; n < 21; n++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  const name = page.locator('.rename-box input');
  await expect(name).toHaveValue('answer', patience);
  await name.fill('result');
  await name.press('Enter');
  await expect(code.locator('.view-lines').first()).toContainText('fn result() -> i32');
  await expect(code.locator('.view-lines').first()).toContainText('{ result() * 2 }');

  await command('switch rust-analyzer off');
  await expect(page.locator('footer').getByText(/rust-analyzer/)).toBeHidden();
});
