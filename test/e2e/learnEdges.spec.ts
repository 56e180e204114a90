import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { lesson } from './support/lesson.ts';
import { playground } from './support/playground.ts';

test('SQL that the text has for a connection is put before that connection', async ({ page }) => {
  test.setTimeout(120_000);
  const { ready, text } = lesson(page);
  const { runToEnd } = playground(page);
  await page.goto('/learn/sharp-edges/08-old-library');
  await ready();
  await expect(text.getByRole('button', { name: 'In the script' }).first()).toBeVisible();
  await runToEnd();

  const puts = text.getByRole('button', { name: /(Insert into|In) connection A/ });
  await expect(puts.first()).toHaveText('Insert into connection A');
  await puts.first().focus();
  await page.keyboard.press('Enter');
  const connection = page.getByRole('region', { name: 'Connection A' });
  const input = connection.getByLabel('SQL for connection A');
  await expect(input).toHaveValue("select greet('you');");
  await expect(input).toBeFocused();
  await expect(puts.first()).toHaveText('In connection A');
  await expectAccessible(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(connection.getByRole('gridcell', { name: 'Hello, you' })).toBeVisible();

  await text.getByRole('button', { name: 'Insert into src/lib.rs' }).first().click();
  await runToEnd();
  await expect(page.locator('#pane-results').getByText('Good evening, you')).toBeVisible();
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await expect(input).toBeHidden();
  await puts.nth(1).click();
  await expect(input).toHaveValue("select greet('you');");
  await connection.getByRole('button', { name: 'Run on connection A' }).click();
  await expect(connection.getByRole('gridcell', { name: 'Hello, you' })).toHaveCount(2);
  await expect(connection.getByText('the old library')).toBeVisible();

  await connection.getByRole('button', { name: 'Close connection A' }).click();
  await expect(puts.first()).toHaveText('Insert into connection A');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
});

test('the lesson on other majors is done on two of them', async ({ page }) => {
  test.setTimeout(240_000);
  const { ready, text, results, dock, check, command } = lesson(page);
  const { runToEnd } = playground(page);
  await page.goto('/learn/sharp-edges/09-majors');
  await ready();
  for (const [index, major] of (await majorsOf(page)).slice(0, 2).entries()) {
    if (index > 0) {
      await choose(page, major);
      await dock.getByRole('button', { name: 'Reset' }).click();
      await dock.getByRole('button', { name: 'Reset my code' }).click();
    }
    await text.getByRole('button', { name: 'Insert into the script' }).first().click();
    await runToEnd();
    await expect(results).toContainText('version mismatch');
    await expect(results).toContainText(`Server is version ${major}, library is version 14.`);
    await expectAccessible(page);
    await check(/^\d of 4 passed$/);
    await command('Solution');
    await page.keyboard.press('Enter');
    await check('All checks passed.');
    await expectAccessible(page);
  }
});

/** The majors that the page offers, the chosen one first. */
async function majorsOf(page: Page): Promise<string[]> {
  const chosen = page.getByRole('button', { name: /^Postgres \d+/ });
  await chosen.click();
  const offered = await page.getByRole('menuitem', { name: /^Postgres \d+/ }).allTextContents();
  await page.keyboard.press('Escape');
  const now = /\d+/.exec((await chosen.textContent()) ?? '')?.[0] ?? '';
  const majors = offered.map((text) => /\d+/.exec(text)?.[0] ?? '');
  return [now, ...majors.filter((major) => major !== now)];
}

async function choose(page: Page, major: string): Promise<void> {
  await page.getByRole('button', { name: /^Postgres \d+/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^Postgres ${major}`) }).click();
  await expect(page.getByRole('button', { name: `Postgres ${major}` })).toBeVisible();
}
