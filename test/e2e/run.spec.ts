import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { library, playground } from './support/playground.ts';

test('runs the starter, then what was made of it', async ({ page }) => {
  const { open, runToEnd, results, write, code, sql } = playground(page);
  await open();
  await runToEnd();
  await expect(results.getByText('created', { exact: true })).toBeVisible();
  await expect(results.getByText('Hello, my_extension', { exact: true })).toBeVisible();

  await write(code, library("hello_my_extension() -> &'static str", '"Hello again"'));
  await runToEnd();
  await expect(results.getByText('reconnected', { exact: true })).toBeVisible();
  await expect(results.getByText('Hello again', { exact: true })).toBeVisible();

  await write(code, library('twice(n: i32) -> i32', 'notice!("doubling {n}"); n * 2'));
  await write(sql, "select twice(21);\nselect null as nothing, '' as empty;\n\\dx");
  await runToEnd();
  await expect(results.getByText('recreated', { exact: true })).toBeVisible();
  await expect(results.getByText('doubling 21')).toBeVisible();
  await expect(results.getByText('42', { exact: true })).toBeVisible();
  await expect(results.getByText('null', { exact: true })).toBeVisible();
  await expect(results.getByText('List of installed extensions')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Generated SQL' }).click();
  await expect(
    page
      .locator('#tool-content')
      .getByText(/CREATE\s+FUNCTION "twice"/)
      .first(),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'Build log' }).click();
  await expect(page.locator('#tool-content').getByText('Compiling').first()).toBeVisible();
  await expectAccessible(page);
});

test('marks a compile error, mends it by the compiler’s suggestion, and runs', async ({ page }) => {
  const { open, run, runToEnd, results, write, code, sql } = playground(page);
  await open();
  await write(code, library('counted() -> i32', 'let n = 1;\n    n += 1;\n    n'));
  await write(sql, 'select counted();');
  await run.click();
  await expect(results.getByText('build failed', { exact: true })).toBeVisible();
  await expect(results.getByText('E0384')).toBeVisible();
  await expect(
    results.getByText(/immutable variable\s+line 7: first assignment to `n`\s+help: .* mutable: `mut`/),
  ).toBeVisible();
  await expect(code.locator('.squiggly-error').first()).toBeVisible();

  await results.getByRole('button', { name: /src\/lib\.rs:8/ }).click();
  await page.keyboard.press('ControlOrMeta+.');
  await page
    .locator('.action-widget')
    .getByText(/mutable: `mut`/)
    .click();
  await expect(code.getByText('let mut n = 1;')).toBeVisible();
  await runToEnd();
  await expect(results.getByText('2', { exact: true })).toBeVisible();
});

test('marks an SQL error in the script and a panic at its line of Rust', async ({ page }) => {
  const { open, runToEnd, results, write, code, sql } = playground(page);
  await open();
  await write(code, library('quotient(a: i32, b: i32) -> i32', 'a / b'));
  await write(sql, 'select nope;\nselect quotient(1, 0);\nselect quotient(6, 3) as still_alive;');
  await runToEnd();
  await expect(results.getByText(/column "nope" does not exist/)).toBeVisible();
  await expect(results.getByText('42703')).toBeVisible();
  await expect(sql.locator('.squiggly-error').first()).toBeVisible();
  await expect(results.getByText(/attempt to divide by zero/).first()).toBeVisible();
  await expect(results.getByRole('columnheader', { name: 'still_alive' })).toBeVisible();
  await results.getByRole('button', { name: 'src/lib.rs:7' }).click();
  await expect(code.locator('.squiggly-error').first()).toBeVisible();
  await page.getByRole('tab', { name: /Problems 2/ }).click();
  await expectAccessible(page);
});

test('cancels a statement that never ends, and goes on', async ({ page }) => {
  const { open, run, runToEnd, results, write, code, sql } = playground(page);
  await open();
  await write(code, library('spin() -> i32', 'loop {}'));
  await write(sql, "select 'before';\nselect spin();");
  await run.click();
  await expect(results.getByText('before', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(results.getByText(/cancelled/i).last()).toBeVisible();
  await expect(results.getByText('before', { exact: true })).toBeVisible();

  await write(sql, "select 'after';");
  await runToEnd();
  await expect(results.getByText('after', { exact: true })).toBeVisible();
});

test('survives a crash and says what it was', async ({ page }) => {
  const { open, runToEnd, results, write, code, sql } = playground(page);
  await open();
  await write(code, library('crash()', 'std::process::abort()'));
  await write(sql, "select crash();\nselect 'alive again';");
  await runToEnd();
  await expect(results.getByText('The backend died: SIGABRT')).toBeVisible();
  await expect(results.getByRole('button', { name: 'select crash()' })).toBeVisible();
  await expect(sql.locator('.squiggly-error').first()).toBeVisible();
  await page.getByRole('tab', { name: /Problems 1/ }).click();
  await expect(page.locator('#tool-content').getByText('script.sql:1')).toBeVisible();
  await expect(results.getByText('alive again', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('stops a hog at its limit and says which', async ({ page }) => {
  const { open, runToEnd, results, write, code, sql } = playground(page);
  await open();
  await write(
    code,
    library('hog() -> i64', 'let mut all = Vec::new();\n    loop { all.push(vec![1u8; 1 << 24]); }'),
  );
  await write(sql, 'select hog();');
  await runToEnd();
  await expect(results.getByText('Stopped: out of memory')).toBeVisible();
});

test('gives a psql prompt', async ({ page }) => {
  const { open, runToEnd } = playground(page);
  await open();
  await runToEnd();
  await page.getByRole('tab', { name: 'psql' }).click();
  const terminal = page.locator('.xterm-rows');
  await expect(terminal.getByText(/playground=#/)).toBeVisible();
  await page.keyboard.type('select 40 + 2 as answer, hello_my_extension();\n');
  await expect(terminal.getByText(/42 \| Hello, my_extension/)).toBeVisible();
  // Before psql has sent the statement, Ctrl-C takes back the line.
  await page.keyboard.type("do $$ begin raise notice 'at work'; perform pg_sleep(60); end $$;\n");
  await expect(terminal.getByText(/NOTICE: +at work/)).toBeVisible();
  await page.keyboard.press('Control+C');
  await expect(terminal.getByText(/canceling statement due to user request/)).toBeVisible();
});
