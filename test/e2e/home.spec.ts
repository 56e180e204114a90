import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await playground(page).command('Import archive');
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test('a project is taken home, and comes back as it was', async ({ page }) => {
  const { open, command, code, sql, write, runToEnd, results } = playground(page);
  await open();
  await write(code, library('home() -> i32', '7'));
  await write(sql, 'select home();');
  const saving = page.waitForEvent('download');
  await command('Download project (.tar.gz)');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('my_extension.tar.gz');
  const path = await saved.path();
  expect(execFileSync('tar', ['-tzf', path], { encoding: 'utf8' })).toContain('my_extension/src/lib.rs');

  await command('Reset to starter');
  await expect(code.getByText('hello_my_extension').first()).toBeVisible();
  await give(page, 'my_extension.tar.gz', readFileSync(path));
  await expect(page.getByRole('status').filter({ hasText: 'imported' })).toBeVisible();
  await expectAccessible(page);
  await runToEnd();
  await expect(results.getByRole('gridcell', { name: '7' })).toBeVisible();
  await command('Undo reset');
  await expect(code.getByText('hello_my_extension').first()).toBeVisible();
});

test('a bad archive is refused in words, and nothing is lost', async ({ page }) => {
  const { open, code, write } = playground(page);
  await open();
  await write(code, '// mine');
  await give(page, 'zeros.tar.gz', Buffer.from(gzipSync(new Uint8Array(20_000_000))));
  await expect(page.getByText('The archive is too large')).toBeVisible();
  await give(page, 'no.zip', Buffer.from(zipSync({ 'a.txt': strToU8('a') })));
  await expect(page.getByText('No crate found')).toBeVisible();
  await expect(code.getByText('// mine')).toBeVisible();
  await give(page, 'more.rs', Buffer.from('// more\n'));
  await expect(page.getByRole('button', { name: /more\.rs/ }).first()).toBeVisible();
});

test('files that are dropped are added', async ({ page }) => {
  const { open } = playground(page);
  await open();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['-- dropped\nselect 5;'], 'dropped.sql'));
    return transfer;
  });
  await page.dispatchEvent('#pane-code', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop an archive to open')).toBeVisible();
  await page.dispatchEvent('#pane-code', 'drop', { dataTransfer: data });
  await expect(page.locator('#pane-sql').getByText('-- dropped')).toBeVisible();
});

test('the package for Debian is made and saved', async ({ page }) => {
  const { open, command, results } = playground(page);
  await open();
  const saving = page.waitForEvent('download', { timeout: 45_000 });
  await command('Build Debian package');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('my_extension-pg17.deb');
  expect(execFileSync('dpkg-deb', ['--contents', await saved.path()], { encoding: 'utf8' })).toContain(
    'my_extension.so',
  );
  await expect(results.getByText('Built the package for Postgres 17')).toBeVisible();
});
