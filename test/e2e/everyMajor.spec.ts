import { expect, test } from '@playwright/test';
import { serverMessage } from '../../protocol/messages/serverMessage.ts';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';

const source = `use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[cfg(feature = "pg18")]
#[pg_extern]
fn only_on_18() -> i32 {
    18
}

#[cfg(feature = "pg15")]
#[pg_extern]
fn broken_on_15() -> i32 {
    "no number"
}

#[pg_extern]
fn everywhere() -> i32 {
    1
}
`;

test('compiles and runs one source on every Postgres, and marks what differs', async ({ page }) => {
  test.setTimeout(180_000);
  const { open, write, code, sql } = playground(page);
  await open();
  await write(code, source);
  await write(sql, 'select everywhere();\nselect only_on_18();');
  const press = page
    .getByRole('banner')
    .getByRole('button', { name: 'Compile and run on all Postgres versions' });
  await press.click();
  await expect(press).toBeDisabled();
  const pane = page.getByRole('region', { name: 'All versions' });
  const heads = pane.getByRole('listitem');
  await expect(heads).toHaveCount(3);
  await expect(heads.nth(0)).toContainText(/^Postgres 15\S* build failed/, { timeout: 90_000 });
  await expect(heads.nth(1)).toContainText(/^Postgres 17\S* SQL failed/, { timeout: 90_000 });
  await expect(heads.nth(2)).toContainText(/^Postgres 18\S* succeeded/, { timeout: 90_000 });
  await expect(pane.getByText(/Only here: error\[E0308\]: mismatched types/)).toBeVisible();
  await expect(pane.getByText(/function only_on_18\(\) does not exist/)).toBeVisible();
  await expect(pane.getByText(/CREATE {2}FUNCTION "only_on_18"/)).toBeVisible();
  await expect(pane.getByText('not reached').first()).toBeVisible();
  await expectAccessible(page);

  // A second press, by the palette, and all of it called off.
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('all Postgres');
  await page.getByRole('option', { name: 'Run on all Postgres versions' }).click();
  await pane.getByRole('button', { name: 'Cancel all' }).click();
  await expect(heads.getByText('did not run')).toHaveCount(3);
  await expect(pane.getByText('Cancelled.')).toHaveCount(3);
  await expect(press).toBeEnabled();
});

test('says on which Postgres the page has as many runs under way as it may have', async ({ page }) => {
  test.setTimeout(120_000);
  const { open, write, code, sql } = playground(page);
  const session = new Promise<string>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const told = serverMessage.safeParse(JSON.parse(String(payload)));
        if (told.data?.type === 'welcome') resolve(told.data.session);
      }),
    );
  });
  await open();
  await write(code, library('everywhere() -> i32', '1'));
  await write(sql, 'select everywhere();');
  // Two of this page that last until they are cut: each waits in its own Postgres.
  const holding = {
    files: { 'src/lib.rs': library('one() -> i32', '1') },
    sql: 'select pg_sleep(9);',
    postgres: 17,
  };
  await page.evaluate(
    async ([body, id]) => {
      const headers = { 'Content-Type': 'application/json', 'x-playground-session': id };
      const [first, second] = [1, 2].map(() => fetch('/api/v1/run', { method: 'POST', headers, body }));
      await Promise.all([first, second]);
    },
    [JSON.stringify(holding), await session] as const,
  );
  await page
    .getByRole('banner')
    .getByRole('button', { name: 'Compile and run on all Postgres versions' })
    .click();
  const heads = page.getByRole('region', { name: 'All versions' }).getByRole('listitem');
  await expect(heads.filter({ hasText: 'Postgres 17' })).toContainText(
    'This page already has 2 runs in progress on Postgres 17, the maximum. Cancel one, or wait for it to finish. Try again in 5 s.',
  );
  await expect(heads.filter({ hasText: 'Postgres 18' })).toContainText('succeeded', { timeout: 90_000 });
  await page.screenshot({ path: test.info().outputPath('bounded.png') });
});

test('loads the library for one Postgres in another’s server, and says why that refuses it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { open, write, code, command } = playground(page);
  await open();
  await write(code, library('everywhere() -> i32', '1'));
  await command('Load this library into another Postgres');
  const part = page.getByRole('region', { name: 'Load a library built for another version' });
  await expect(part.getByText('not loaded')).toBeVisible({ timeout: 90_000 });
  await expect(part).toContainText('Library for Postgres 17 in Postgres 18');
  await expect(part.getByText(/could not load library .*undefined symbol: \w+/)).toBeVisible();
  await expect(part.getByText(/Postgres 18 didn’t get as far as comparing versions/)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('wrong.png') });

  await part.getByLabel('Compile for').selectOption('18');
  await part.getByLabel('Load into').selectOption('17');
  await write(code, library('everywhere() -> i32', '"no number"'));
  await part.getByRole('button', { name: 'Load' }).click();
  await expect(part.getByText('build failed')).toBeVisible({ timeout: 90_000 });
  await expect(part.getByText('mismatched types')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('broken.png') });
});
