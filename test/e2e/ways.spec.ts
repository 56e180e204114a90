import { devices, expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { playground } from './support/playground.ts';

test('can be used by keyboard alone', async ({ page }) => {
  const { open, results, code, sql } = playground(page);
  await open();
  await page.keyboard.press('Alt+3');
  await expect(sql.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('select hello_my_extension() as by_keyboard;');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(results.getByRole('columnheader', { name: 'by_keyboard' })).toBeVisible();

  await page.keyboard.press('Alt+4');
  await expect(results.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Keyboard shortcuts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('open cargo');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Cargo.toml' })).toHaveAttribute('aria-selected', 'true');
  await expect(code.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Alt+1');
  await expect(page.locator('#pane-files :focus')).toHaveText(/Cargo\.toml/);

  await page.getByRole('separator', { name: 'Resize code and results' }).focus();
  const width = () => page.locator('#pane-results').evaluate((pane) => pane.clientWidth);
  const before = await width();
  await page.keyboard.press('ArrowLeft');
  expect(await width()).toBeGreaterThan(before);
});

test.describe('on a phone', () => {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['iPhone 13'];
  test.use({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });

  test('reads, edits and runs', async ({ page }) => {
    const { run, results } = playground(page);
    await page.goto('/');
    await page.getByRole('button', { name: 'SQL', exact: true }).tap();
    await page.getByLabel('SQL script').fill("select 'from a phone';");
    await expectAccessible(page);
    await expect(page.locator('footer').getByText(/^(Connected|Ready)$/)).toBeVisible();
    await run.tap();
    await expect(results.getByText('from a phone', { exact: true })).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Code', exact: true }).tap();
    await page.getByRole('button', { name: 'All files' }).tap();
    await page.getByRole('button', { name: 'Cargo.toml', exact: true }).tap();
    await expect(page.getByRole('textbox', { name: /^Cargo\.toml/ })).toHaveValue(/pgrx/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the code can be read', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText('use pgrx::prelude::*;')).toBeVisible();
    await expect(page.getByText(/Without JavaScript/)).toBeVisible();
  });
});

test('takes typing before it has loaded, and keeps it', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByLabel('SQL script').fill('select 1 as typed_early;');
  release();
  await expect(page.locator('#pane-sql .monaco-editor')).toBeVisible();
  await expect(page.locator('#pane-sql').getByText('typed_early')).toBeVisible();
});

test('no script but the page’s own runs, and nothing is loaded from elsewhere', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseURL) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  const { open, runToEnd } = playground(page);
  await open();
  await runToEnd();
  expect(foreign).toEqual([]);
  expect(refused).toEqual([]);
});
