import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lessonSource } from '../../lessons/lessonSource.ts';
import { reportCourses } from './reportCourses.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pgrx-playground-courses-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function reported(folders: string[]) {
  const lines: object[] = [];
  const warn = (fields: object, message: string) => lines.push({ ...fields, message });
  const log = { debug: () => {}, info: () => {}, warn, error: () => {} };
  const read = await lessonSource(folders, { fresh: false }).read();
  return { result: reportCourses(read, folders, log), lines };
}

it('has nothing to say of the courses that are ours', async () => {
  expect(await reported(['tutorials'])).toEqual({ result: { ok: true, value: undefined }, lines: [] });
});

it('fails where the operator’s folder is not there', async () => {
  const missing = join(folder, 'corses');
  const { result } = await reported(['tutorials', missing]);
  expect(result).toEqual({
    ok: false,
    error: `PLAYGROUND_TUTORIALS (${missing}): This folder doesn’t exist.`,
  });
});

it('tells what of a broken course is not shown, and why', async () => {
  mkdirSync(join(folder, 'ours/01-a'), { recursive: true });
  writeFileSync(join(folder, 'ours/course.toml'), 'title = "Ours"\nsummary = "s"\n');
  const { result, lines } = await reported([folder]);
  expect(result.ok).toBe(true);
  expect(lines).toContainEqual({
    file: join(folder, 'ours/course.toml'),
    line: 1,
    problem: expect.stringContaining('order'),
    message: 'a course has a problem',
  });
  expect(lines.at(-1)).toEqual({
    hidden: ['ours'],
    message: 'courses or lessons with problems are not shown',
  });
});

it('goes on without a lesson that is too large, and tells so', async () => {
  mkdirSync(join(folder, 'ours/01-a'), { recursive: true });
  writeFileSync(join(folder, 'ours/course.toml'), 'title = "Ours"\nsummary = "s"\norder = 1\n');
  writeFileSync(join(folder, 'ours/01-a/lesson.md'), 'x'.repeat(1024 * 1024 + 1));
  const { lines } = await reported([folder]);
  expect(lines).toMatchObject([
    { file: join(folder, 'ours/01-a'), problem: expect.stringContaining('1024 KiB') },
    { hidden: ['ours/01-a'] },
  ]);
});
