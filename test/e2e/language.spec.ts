import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { playground } from './support/playground.ts';
import { scriptServer } from './support/scriptedServer.ts';

/** The first answer takes rust-analyzer through all of pgrx: 10 s of a core that is shared with other tests. */
const patience = { timeout: 240_000 };

test('rust-analyzer completes, explains, leads to sources and back, and renames', async ({ page }) => {
  test.setTimeout(600_000);
  const { open, command, code, write } = playground(page);
  await open();
  await command('Turn on completion');
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

  await command('Turn off completion');
  await expect(page.locator('footer').getByText(/rust-analyzer/)).toBeHidden();
});

test('rust-analyzer shows signatures and types', async ({ page }) => {
  test.setTimeout(600_000);
  const { open, command, code, write } = playground(page);
  const text = code.locator('.view-lines').first();
  const ready = page.locator('footer').getByText(/^rust-analyzer ready in/);
  await open();
  await command('Turn on completion');
  await expect(ready).toBeVisible(patience);

  const times =
    'use pgrx::prelude::*;\npg_module_magic!();\nfn times(number: i32, by: i32) -> i32 { number * by }\n';
  await write(code, `${times}fn six() -> i32 { let found = times`);
  await page.keyboard.type('(');
  const signature = page.locator('.parameter-hints-widget');
  await expect(signature).toContainText('fn times(number: i32, by: i32) -> i32', patience);
  await page.keyboard.type('2, ');
  await expect(signature.locator('.parameter.active')).toHaveText('by: i32');
  await page.keyboard.type('3); found }');
  // Monaco writes spaces that do not break.
  await expect(text).toContainText(/let\s+found:\s+i32\s+=\s+times\(number:\s*2,\s+by:\s*3\);/, patience);
});

test('rust-analyzer is started again where it dies', async ({ page }) => {
  test.setTimeout(600_000);
  const { open, command } = playground(page);
  const ready = page.locator('footer').getByText(/^rust-analyzer ready in/);
  await open();
  await command('Turn on completion');
  await expect(ready).toBeVisible(patience);
  // By itself it is started again once.
  await page.getByRole('tab', { name: 'Shell' }).click();
  await expect(page.locator('.xterm-rows').getByText(/\$/).first()).toBeVisible(patience);
  const again = page.getByRole('button', { name: 'Restart' });
  const kill = async () => {
    await page.locator('.xterm').click();
    await page.keyboard.type('pkill -KILL -x rust-analyzer; echo killed\n');
  };
  await kill();
  await expect(ready).toBeHidden(patience);
  await expect(ready).toBeVisible(patience);
  await kill();
  await expect(page.locator('footer').getByText('rust-analyzer has crashed.')).toBeVisible(patience);
  await expectAccessible(page);
  await again.click();
  await expect(ready).toBeVisible(patience);
  await command('Turn off completion');
});

test('a phone has no rust-analyzer, also where the browser remembers one', async ({ page }) => {
  const server = await scriptServer(page);
  await page.addInitScript(() => localStorage.setItem('pgrx-playground:language-server', 'on'));
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/');
  await expect.poll(() => server.heard).toContain('hello');
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox').fill('theme');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.getByRole('combobox').fill('rust-analyzer');
  await expect(page.getByRole('option')).toHaveCount(0);
  expect(server.heard).not.toContain('language.start');

  await page.setViewportSize({ width: 1200, height: 800 });
  await expect.poll(() => server.heard).toContain('language.start');
  await page.setViewportSize({ width: 390, height: 800 });
  await expect.poll(() => server.heard).toContain('language.stop');
});
