import { expect, type Page, test } from '@playwright/test';
import type { Lesson } from '../../lessons/lesson.ts';
import { readCourses } from '../../lessons/readCourses.ts';
import { lesson } from './support/lesson.ts';

const failing = /^\d+ of \d+ passed$|doesn’t compile|were stopped/;

test('a whole course with the keyboard alone', async ({ page }) => {
  const { courses } = await readCourses(['tutorials']);
  const [course] = courses;
  const lessons = course?.lessons ?? [];
  expect(lessons.length).toBeGreaterThan(0);
  test.setTimeout(60_000 + lessons.length * 45_000);
  const { ready, check, command, dock } = lesson(page);

  await page.goto('/learn');
  await tabTo(page, `Start: ${lessons[0]?.title}`);
  await page.keyboard.press('Enter');
  for (const [index, one] of lessons.entries()) {
    await expect(page.getByRole('heading', { level: 1, name: one.title })).toBeVisible();
    await ready();
    await check(failing);
    await solve(page, one);
    await check('All checks passed.');
    if (index < lessons.length - 1) await command('Next lesson');
  }
  await expect(dock.getByRole('link', { name: 'All lessons' })).toBeVisible();
  await command('Learn: courses and lessons');
  await expect(page.getByText('All done.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'done' })).toHaveCount(lessons.length);
});

/** Types what the folder's solution has where a text area is enough, and has the page take it where it has more files. */
async function solve(page: Page, { start, solution }: Lesson): Promise<void> {
  const { command } = lesson(page);
  const changed = Object.keys(solution.files).filter((path) => solution.files[path] !== start.files[path]);
  const typed = changed.length === 1 && changed[0] === 'src/lib.rs' && solution.sql === start.sql;
  if (!typed) {
    await command('Solution');
    await expect(page.getByRole('button', { name: 'Replace my code' })).toBeFocused();
    await page.keyboard.press('Enter');
    return;
  }
  await page.keyboard.press('Alt+2');
  await expect(page.locator('#pane-code .monaco-editor :focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(solution.files['src/lib.rs'] ?? '');
}

/** Presses Tab until a link of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name });
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement, null, { timeout: 5_000 }))
      return;
  }
  throw new Error(`Tab does not lead to “${name}”`);
}
