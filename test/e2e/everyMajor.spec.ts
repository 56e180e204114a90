import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { playground } from './support/playground.ts';

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
  const press = page.getByRole('banner').getByRole('button', { name: 'Compile and run on every Postgres' });
  await press.click();
  await expect(press).toBeDisabled();
  const pane = page.getByRole('region', { name: 'Every Postgres' });
  const heads = pane.getByRole('listitem');
  await expect(heads).toHaveCount(3);
  await expect(heads.nth(0)).toContainText(/^Postgres 15\S* does not compile/, { timeout: 90_000 });
  await expect(heads.nth(1)).toContainText(/^Postgres 17\S* SQL failed/, { timeout: 90_000 });
  await expect(heads.nth(2)).toContainText(/^Postgres 18\S* worked/, { timeout: 90_000 });
  await expect(pane.getByText(/Only here: error\[E0308\]: mismatched types/)).toBeVisible();
  await expect(pane.getByText(/function only_on_18\(\) does not exist/)).toBeVisible();
  await expect(pane.getByText(/CREATE {2}FUNCTION "only_on_18"/)).toBeVisible();
  await expect(pane.getByText('not reached').first()).toBeVisible();
  await expectAccessible(page);

  // A second press, by the palette, and all of it called off.
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('every Postgres');
  await page.getByRole('option', { name: 'Run on every Postgres' }).click();
  await pane.getByRole('button', { name: 'Cancel all' }).click();
  await expect(heads.getByText('did not run')).toHaveCount(3);
  await expect(pane.getByText('You cancelled it.')).toHaveCount(3);
  await expect(press).toBeEnabled();
});
