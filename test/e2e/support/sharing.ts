import { type Browser, expect, type Page } from '@playwright/test';
import { library, playground } from './playground.ts';

const sql = 'select add(1, 2);\nselect n, add(n, n) from generate_series(1, 2) n;';

/** Writes a small project, runs it, and shares it; the link's path. */
export async function shareProject(page: Page, title: string): Promise<string> {
  const { open, write, code, sql: script, runToEnd } = playground(page);
  await open();
  await write(code, library('add(a: i32, b: i32) -> i32', 'a + b'));
  await write(script, sql);
  await runToEnd();
  await page.keyboard.press('ControlOrMeta+S');
  await page.getByRole('dialog').getByLabel('Title').fill(title);
  await page.getByLabel(/^Description/).fill('It adds.\nNo more.');
  await page.getByRole('button', { name: 'Copy link', exact: true }).click();
  return new URL(await shownLink(page)).pathname;
}

export const shownLink = (page: Page) => page.getByLabel('Link', { exact: true }).inputValue();

/** A page in a profile that has never been here. */
export async function freshPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

/** The whole playground has taken over from the server's HTML. */
export async function takenOver(page: Page): Promise<void> {
  await expect(page.locator('#pane-code .monaco-editor').first()).toBeVisible({ timeout: 45_000 });
  await expect(page.locator('footer').getByText(/^(Connected|Ready)$/)).toBeVisible();
}

export const drafts = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('pgrx-playground:draft:'))
      .map((key) => localStorage.getItem(key)),
  );
