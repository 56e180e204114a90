import { expect, type Page } from '@playwright/test';

/** A lesson's page, as the tests use it. */
export function lesson(page: Page) {
  const dock = page.locator('#lesson-dock');
  return {
    dock,
    text: page.getByRole('article'),
    code: page.locator('#pane-code'),
    results: page.locator('#pane-results'),
    /** Waits until the page has its editor and its connection. */
    async ready() {
      await expect(page.locator('#pane-code .monaco-editor').first()).toBeVisible({ timeout: 45_000 });
      await expect(page.locator('footer').getByText(/^(Connected|Ready)$/)).toBeVisible();
    },
    /** Presses Check's keys and waits for what comes of it. */
    async check(words: RegExp | string) {
      await page.keyboard.press('ControlOrMeta+Shift+Enter');
      await expect(dock.getByText(words).first()).toBeVisible({ timeout: 45_000 });
      await expect(page.getByRole('button', { name: /^Run/ })).toBeVisible({ timeout: 45_000 });
    },
    /** Does something by its name in the command palette. */
    async command(name: string) {
      await page.keyboard.press('ControlOrMeta+K');
      const palette = page.getByRole('dialog', { name: 'Commands' });
      await expect(palette).toBeVisible();
      await page.keyboard.type(name);
      await expect(palette.getByRole('option', { selected: true })).toContainText(name);
      await page.keyboard.press('Enter');
      await expect(palette).toBeHidden();
    },
  };
}
