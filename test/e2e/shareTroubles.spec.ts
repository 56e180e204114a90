import { expect, test } from '@playwright/test';
import { playground } from './support/playground.ts';

test('says why it could not share, and keeps everything', async ({ page, context }) => {
  const { open } = playground(page);
  await open();
  const answers: [number, string, object][] = [
    [429, 'Too many links per minute from your address.', { 'Retry-After': '7' }],
    [413, 'The body is over 1024 KiB.', {}],
    [503, 'Links can’t be saved or read right now.', {}],
    [507, 'The server’s link store is full.', {}],
  ];
  await page.keyboard.press('ControlOrMeta+S');
  const title = page.getByRole('dialog').getByLabel('Title');
  await expect(title).toBeFocused();
  await title.fill('Kept');
  for (const [status, detail, headers] of answers) {
    await page.route('**/api/v1/snippets', (route) =>
      route.fulfill({
        status,
        headers: { 'Content-Type': 'application/problem+json', ...headers },
        body: JSON.stringify({ type: 'about:blank', title: 'x', status, detail }),
      }),
    );
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').getByText(detail)).toBeVisible();
    await page.unroute('**/api/v1/snippets');
  }
  await page.route('**/api/v1/snippets', (route) =>
    route.fulfill({ status: 429, headers: { 'Retry-After': '7' }, body: '{}' }),
  );
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Try again in [1-7] s\./)).toBeVisible();
  await page.unroute('**/api/v1/snippets');
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await expect(page.getByText('No network connection.')).toBeVisible();
  await context.setOffline(false);
  await expect(title).toHaveValue('Kept');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Link', { exact: true })).toBeFocused();
  await expect(page.getByText('The link doesn’t include a result.')).toBeVisible();
});

test('runs first where there is no result, and shows the link where the browser does not copy it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    document.execCommand = () => false;
  });
  const { open, sql: script, write } = playground(page);
  await open();
  await write(script, 'select 7 as seven;');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('This code hasn’t been run')).toBeVisible();
  await page.getByRole('button', { name: 'Run and share' }).click();
  // It goes on where the panel is closed, and comes back with the link.
  await page.keyboard.press('Escape');
  const link = page.getByLabel('Link', { exact: true });
  await expect(link).toBeFocused({ timeout: 45_000 });
  await expect(page.getByText('The browser doesn’t let this page copy the link')).toBeVisible();
  await expect(page.getByText('The link includes the result.')).toBeVisible();
  expect(await link.evaluate((field: HTMLInputElement) => field.selectionEnd)).toBe(
    (await link.inputValue()).length,
  );
  await page.keyboard.press('Escape');
  await expect(page.locator('#pane-sql .monaco-editor.focused')).toBeVisible();

  // The same again has the same link; what is changed is another's child.
  const first = await page.evaluate(() => localStorage.getItem('pgrx-playground:links'));
  await page.keyboard.press('ControlOrMeta+S');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Link', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('pgrx-playground:links'))).toBe(first);
});
