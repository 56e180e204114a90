import { expect, type Locator, type Page } from '@playwright/test';

/** The page, as the tests use it. */
export function playground(page: Page) {
  const results = page.locator('#pane-results');
  // Not that of a connection, "Run on connection A".
  const run = page.getByRole('button', { name: /^Run(?! on )/ });
  return {
    results,
    run,
    code: page.locator('#pane-code'),
    sql: page.locator('#pane-sql'),
    /** Opens the page and waits until it has its editor and its connection. */
    async open() {
      await page.goto('/');
      // Monaco is large, and a machine that also builds crates takes its time.
      await expect(page.locator('#pane-code .monaco-editor').first()).toBeVisible({ timeout: 45_000 });
      await expect(page.locator('footer').getByText(/^(Connected|Ready)$/)).toBeVisible();
    },
    /** Presses Run and waits for the run's end. */
    async runToEnd() {
      const began = page.evaluate(untilButton, 'Cancel');
      await run.click();
      await began;
      await expect(run).toBeVisible({ timeout: 45_000 });
    },
    /** Performs the first command that these words find. */
    async command(name: string) {
      await page.keyboard.press('ControlOrMeta+K');
      await page.getByRole('combobox').fill(name);
      await page.keyboard.press('Enter');
    },
    /** Replaces the text of an editor, as one paste. */
    async write(pane: Locator, text: string) {
      await pane.locator('.view-lines').first().click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(text);
    },
  };
}

/** In the page: ends when a button of this text comes, be it for less time than lies between two polls. */
function untilButton(text: string): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const buttons = [...document.querySelectorAll('button')];
      if (!buttons.some(({ textContent }) => textContent?.trim() === text)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/** A library with one function of this name and body. */
export function library(signature: string, body: string): string {
  return `use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern]
fn ${signature} {
    ${body}
}
`;
}
