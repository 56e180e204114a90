import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { playground } from './support/playground.ts';

const code = `use pgrx::prelude::*;
::pgrx::pg_module_magic!(name, version);
#[pg_extern] fn hello_my_extension() -> &'static str { "Hello, my_extension" }
#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use pgrx::prelude::*;
    #[pg_test] fn holds() { println!("said by holds"); }
    #[pg_test]
    fn does_not_hold() {
        assert_eq!(1, 2, "one is not two");
    }
    #[test] fn plain() { assert_eq!(2, 1 + 1); }
}
#[cfg(test)]
pub mod pg_test {
    pub fn setup(_options: Vec<&str>) {}
    pub fn postgresql_conf_options() -> Vec<&'static str> { vec![] }
}
`;

test('runs the tests from the palette, marks the failing line, and runs what failed again', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { open, command, code: pane, write } = playground(page);
  await open();
  await write(pane, code);
  await command('Run all tests');
  const tree = page.getByRole('tree', { name: 'Tests' });
  await expect(tree.getByRole('treeitem', { name: /does_not_hold failed/ })).toBeVisible({ timeout: 45_000 });
  await expect(tree.getByRole('treeitem', { name: /plain .*passed/ })).toBeVisible({ timeout: 45_000 });
  await expect(page.getByRole('tab', { name: 'Tests 1' })).toBeVisible();
  await expect(pane.locator('.test-mark-failed')).toHaveCount(1);
  await expect(pane.locator('.squiggly-error')).not.toHaveCount(0);

  await tree.getByRole('treeitem', { name: /holds passed/ }).click();
  await expect(page.getByText('said by holds', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: 'Selected test' })).toContainText('one is not two');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(pane.locator(':focus')).toHaveCount(1);

  await write(pane, code.replace('(1, 2,', '(2, 2,'));
  // The buttons move while the marks of a check come and go.
  await expect(async () => {
    await page.getByRole('button', { name: 'Rerun failed tests' }).click({ timeout: 2_000 });
    await expect(tree.getByRole('treeitem', { name: /does_not_hold passed/ })).toBeVisible({
      timeout: 15_000,
    });
  }).toPass({ timeout: 60_000 });
  await expect(pane.locator('.test-mark-passed')).toHaveCount(1);
  // Beside the line, a click runs the test, and does not fold it.
  const began = page.getByRole('banner').getByRole('button', { name: 'Cancel' }).waitFor();
  await pane.locator('.test-mark-passed').click();
  await began;
  await expect(pane.locator('.codicon-folding-collapsed')).toHaveCount(0);
});

test('shows what a regression file gives, and takes it as expected', async ({ page }) => {
  const { open, command, code: pane } = playground(page);
  await open();
  await page.getByRole('button', { name: 'New file' }).click();
  await page.keyboard.type('tests/pg_regress/sql/markup.sql');
  await page.keyboard.press('Enter');
  await pane.locator('.view-lines').first().click();
  await page.keyboard.insertText("SELECT '<b>not bold</b>' AS html;\n");
  await command('regression tests');
  const file = page.getByRole('treeitem', { name: /markup/ });
  await expect(file).toHaveText(/new/, { timeout: 45_000 });
  await file.click();
  await expect(page.getByText('+ <b>not bold</b>')).toBeVisible();
  await page.getByRole('button', { name: 'Accept output as expected' }).click();
  await expect(page.getByText(/Output matches .*markup\.out/)).toBeVisible();
  await page.getByRole('button', { name: 'Run regression tests' }).click();
  await expect(file).toHaveText(/passed/, { timeout: 45_000 });
  await expectAccessible(page);
});

test('has the tests that a macro makes in the tree once they have run', async ({ page }) => {
  const { open, command, code: pane, write } = playground(page);
  await open();
  const macro =
    'macro_rules! same { ($name:ident, $value:expr) => { #[pg_test] fn $name() { assert_eq!($value, 2); } } }\n    same!(two, 2);\n    same!(three, 3);\n';
  await write(pane, code.replace('    #[pg_test] fn holds', `    ${macro}    #[pg_test] fn holds`));
  await command('Run all tests');
  const tree = page.getByRole('tree', { name: 'Tests' });
  await expect(tree.getByRole('treeitem', { name: /^two passed/ })).toBeVisible({ timeout: 45_000 });
  await tree.getByRole('treeitem', { name: /^three failed/ }).click();
  await page.getByRole('button', { name: 'Run this test' }).click();
  await expect(tree.getByRole('treeitem', { name: /^two not run/ })).toBeVisible({ timeout: 45_000 });
  await expect(tree.getByRole('treeitem', { name: /^three failed/ })).toBeVisible({ timeout: 45_000 });
});

test('measures the benchmarks, and shows what was measured without being scrolled to', async ({ page }) => {
  test.setTimeout(240_000);
  const { open } = playground(page);
  await open();
  await page.getByRole('tab', { name: 'Benchmarks' }).click();
  await page.getByRole('button', { name: 'Run benchmarks' }).click();
  const table = page.getByRole('region', { name: 'Benchmarks', exact: true });
  const measured = table.getByRole('cell', { name: /samples of .* calls, after 3 s of warm-up/ });
  await expect(measured.first()).toBeVisible({ timeout: 180_000 });
  await expect(table.getByRole('cell', { name: /\d (ns|µs|ms) \d.* – \d/ }).first()).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Mean' })).toBeInViewport();
  await expectAccessible(page);
});

test('times a function against its twin', async ({ page }) => {
  test.setTimeout(180_000);
  const { open } = playground(page);
  await open();
  await page.getByRole('tab', { name: 'Benchmarks' }).click();
  await page.getByLabel(/^Rust function/).fill('hello_my_extension()');
  await page.getByLabel(/^Equivalent:/).fill("'Hello, my_extension'");
  await page.getByRole('button', { name: 'Compare times' }).click();
  const times = page.getByRole('region', { name: 'Times compared' });
  await expect(times.getByRole('rowheader', { name: '10,000', exact: true })).toBeVisible({
    timeout: 55_000,
  });
  await expect(page.getByText(/are the same for each x from 1 to 1,000/)).toBeVisible();
  await expect(page.getByText(/opt-level 3/)).toBeVisible();
  const plot = page.locator('#tool-content canvas');
  await expect(plot).toBeVisible();
  await expect(plot).toBeInViewport();
  await expectAccessible(page);
  // On a phone what was measured is below the form, and is scrolled to when there is something of it.
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('tab', { name: 'Benchmarks' }).click();
  await page.getByRole('button', { name: 'Compare times' }).click();
  await expect(page.getByText(/Median of \d+ alternating runs/)).toBeInViewport({ timeout: 55_000 });
  await expectAccessible(page);
});
