import { expect, test } from '@playwright/test';
import { sqlError } from '../support/sqlError.ts';
import { expectAccessible } from './support/axe.ts';
import { build, diagnostic, done, extension, log, notice, phase, statement } from './support/events.ts';
import { openScripted as open, type Script } from './support/scriptedServer.ts';

/** What each way of a run shows. The server's part is played by the test, so that each can be brought about. */
const ways: { name: string; script: Script; shows: (string | RegExp)[] }[] = [
  {
    name: 'a run that went well',
    script: [
      phase('building'),
      log('   Compiling my_extension\n'),
      build(true),
      phase('running'),
      extension({ action: 'reconnected' }),
      notice('hello'),
      statement({ rows: [['Hello'], [null], ['']], rowCount: 3 }),
      done('ok'),
    ],
    shows: ['built', 'reconnected', 'hello', 'Hello', 'null', /3 rows/],
  },
  {
    name: 'a build with a warning',
    script: [
      phase('building'),
      diagnostic({ severity: 'warning', message: 'unused variable' }),
      build(true),
      done('ok'),
    ],
    shows: ['built', '1 warning'],
  },
  {
    name: 'a failed build',
    script: [phase('building'), diagnostic(), build(false, 412), done('buildFailed')],
    shows: ['build failed', '1 error', 'mismatched types', 'src/lib.rs:7:5', /Nothing was installed/],
  },
  {
    name: 'an SQL error',
    script: [
      phase('running'),
      extension(),
      sqlError({
        index: 1,
        statement: 'select nope;',
        position: 8,
        hint: 'Look again.',
        file: 'src/lib.rs',
        line: 6,
      }),
      done('sqlFailed'),
    ],
    shows: [/column "nope" does not exist/, '42703', 'Look again.', 'src/lib.rs:6'],
  },
  {
    name: 'something that an earlier run created',
    script: [
      phase('running'),
      extension(),
      sqlError({
        statement: 'create table t ();',
        sqlstate: '42P07',
        message: 'relation "t" already exists',
      }),
      done('sqlFailed'),
    ],
    shows: [/The database is kept between runs/, 'Reset the database and run again'],
  },
  {
    name: 'a crash',
    script: [
      phase('running'),
      extension(),
      { type: 'crash', signal: 'SIGSEGV', message: 'Your function killed its Postgres backend.' },
      done('crashed'),
    ],
    shows: [/The backend died: SIGSEGV/, /killed its Postgres backend/, /unsafe code/],
  },
  {
    name: 'a limit',
    script: [phase('running'), { type: 'limit', what: 'memory', message: 'Over 1 GiB.' }, done('limited')],
    shows: ['Stopped: out of memory', 'Over 1 GiB.'],
  },
  {
    name: 'a cancelled run',
    script: [phase('building'), done('cancelled', 1200)],
    shows: [/Cancelled after 1\.20 s/],
  },
  {
    name: 'a run without a container',
    script: [phase('starting'), done('unavailable', 300, 'The Docker Engine doesn’t respond.')],
    shows: ['This run couldn’t be finished', 'The Docker Engine doesn’t respond.'],
  },
  { name: 'a queue', script: [phase('queued', 4)], shows: [/You are number 4 in the queue/, 'Cancel'] },
];

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });
    test('shows each way that a run can go', async ({ page }) => {
      test.slow();
      const server = await open(page);
      for (const { name, script, shows } of ways)
        await test.step(name, async () => {
          server.script = script;
          await page.getByRole('button', { name: /^Run/ }).click();
          for (const text of shows)
            await expect(page.locator('#pane-results, header').getByText(text).first()).toBeVisible();
          await expectAccessible(page);
        });
    });
  });
}

test('keeps old results, dimmed, until new ones come, and the scroll where it was', async ({ page }) => {
  const server = await open(page);
  const rows = Array.from({ length: 70 }, (_, index) => [`row ${index}`]);
  const results = [0, 1, 2].map((index) => statement({ index, rows, rowCount: 70 }));
  server.script = [phase('building'), build(true), phase('running'), extension(), ...results, done('ok')];
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByText('70 rows').nth(2)).toBeVisible();
  const story = page.locator('#pane-results ol').last().locator('..');
  await story.evaluate((pane) => pane.scrollTo(0, 300));

  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift' });
  });
  server.script = [
    phase('building'),
    1500,
    build(true),
    phase('running'),
    extension(),
    ...results,
    done('ok'),
  ];
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.locator('.stale').first()).toBeVisible();
  expect(await story.evaluate((pane) => pane.scrollTop)).toBe(300);
  await expect(page.locator('.stale')).toHaveCount(0);
  expect(await page.evaluate(() => (window as typeof window & { shifts?: number[] }).shifts)).toEqual([]);
  expect(await story.evaluate((pane) => pane.scrollTop)).toBe(300);
});

test('leaves the last answers below a failed build', async ({ page }) => {
  const server = await open(page);
  server.script = [phase('building'), build(true), phase('running'), extension(), statement(), done('ok')];
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByText('1 row')).toBeVisible();
  server.script = [phase('building'), diagnostic(), build(false), done('buildFailed')];
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByText('build failed', { exact: true })).toBeVisible();
  await expect(page.getByText('Results of the previous run:')).toBeVisible();
  await expect(page.locator('.stale').getByText('Hello, my_extension', { exact: true })).toBeVisible();
});

test('draws a thousand rows of a hundred columns without freezing', async ({ page }) => {
  const server = await open(page);
  const columns = Array.from({ length: 100 }, (_, index) => ({ name: `column_${index}`, type: 'int4' }));
  const rows = Array.from({ length: 1000 }, (_, y) => columns.map((_, x) => String(y * x)));
  server.script = [phase('running'), extension(), statement({ columns, rows, rowCount: 1000 }), done('ok')];
  await page.getByRole('button', { name: /^Run/ }).click();
  const grid = page.getByRole('region', { name: 'Result of statement 1' });
  await expect(grid).toBeVisible();
  await grid.evaluate((element) => element.scrollTo(1e6, 1e6));
  await expect(grid.getByText('98901', { exact: true })).toBeVisible();
  expect(await grid.locator('tr').count()).toBeLessThan(100);
});

test('says that the connection is lost and that a run waits for it, and then runs', async ({ page }) => {
  const server = await open(page);
  server.script = [phase('running'), statement(), done('ok')];
  server.cut();
  await expect(page.getByText(/Connection lost/)).toBeVisible();
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.locator('#pane-results').getByText(/The run waits for the connection/)).toBeVisible();
  await expectAccessible(page);
  server.restore();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  await expect(page.locator('#pane-results').getByText('1 row')).toBeVisible();
});

test('says at once that there is no network', async ({ page, context }) => {
  const server = await open(page);
  server.silent = true;
  await context.setOffline(true);
  await expect(page.locator('footer').getByText(/^Offline/)).toBeVisible({ timeout: 3_000 });
  server.silent = false;
  await context.setOffline(false);
  await expect(page.locator('footer').getByText('Connected', { exact: true })).toBeVisible();
});
