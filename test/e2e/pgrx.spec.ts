import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { playground } from './support/playground.ts';
import { scriptedVersions, scriptServer } from './support/scriptedServer.ts';

const { rustc, crates, pgrx } = scriptedVersions;
const postgres = [...scriptedVersions.postgres, { major: 18, version: '18.6' }];
const both = { postgres, pgrx, rustc, crates, otherPgrx: [{ postgres, rustc, crates, pgrx: '0.18.1' }] };

test('offers another pgrx once its image is there, and keeps what is chosen', async ({ page }) => {
  const { open, code } = playground(page);
  const server = await scriptServer(page);
  await open();
  const banner = page.getByRole('banner');
  await expect(banner.getByText('Postgres 17')).toBeVisible();
  await expect(banner.getByRole('button', { name: /^pgrx / })).toHaveCount(0);
  server.say({ type: 'versions', versions: both });
  server.session({ container: 'ready', postgres: 17 });
  const picker = banner.getByRole('button', { name: /^pgrx / });
  await picker.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu');
  await expect(menu).toContainText('changes the pgrx crates in Cargo.toml');
  await page.screenshot({ path: test.info().outputPath('menu.png') });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(banner.getByRole('button', { name: 'pgrx 0.18.1' })).toBeVisible();
  await expect(page.locator('footer').getByText(/pgrx 0\.18\.1 · rustc/)).toBeVisible();
  const note = page.locator('#pane-results').getByText(/starts a new container with pgrx 0\.18\.1/);
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: /^Cargo\.toml/ }).click();
  await code.locator('.view-lines').first().click();
  // The editor has no more lines in the page than it shows.
  await page.keyboard.press('ControlOrMeta+End');
  await expect(code.getByText('"=0.18.1"').first()).toBeVisible();
  await expectAccessible(page);
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: test.info().outputPath(`at-${width}.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expect(page.getByRole('button', { name: /^pgrx / })).toBeInViewport({ ratio: 1 });
    await expect(banner.getByRole('button', { name: 'More' })).toBeInViewport({ ratio: 1 });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await page.reload();
  await expect(page.locator('footer').getByText(/^(Connected|Ready)$/)).toBeVisible();
  server.say({ type: 'versions', versions: both });
  await expect(banner.getByRole('button', { name: 'pgrx 0.18.1' })).toBeVisible();
});
