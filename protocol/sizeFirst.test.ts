import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { limits } from './limits.ts';
import { projectFiles, runRequest, sqlScript } from './project.ts';
import { countFirst, textUpTo } from './sizeFirst.ts';
import { shareRequest } from './snippet.ts';

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`/f${n}`, 1]));

it('counts before anything in a list or record is looked at', () => {
  const looked = vi.fn(() => true);
  const schema = countFirst(z.record(z.string(), z.custom(looked)), 2, (count) => `${count} are too many`);
  expect(schema.safeParse(many(3)).error?.issues).toMatchObject([{ message: '3 are too many' }]);
  expect(looked).not.toHaveBeenCalled();
  expect(schema.safeParse(many(2)).success).toBe(true);
  expect(schema.safeParse('text').success).toBe(false);
  expect(schema.safeParse(undefined).success).toBe(false);
});

it('looks no further at a text that is too long', () => {
  const looked = vi.fn(() => true);
  expect(textUpTo(3).refine(looked).safeParse('1234').success).toBe(false);
  expect(looked).not.toHaveBeenCalled();
});

it('tells one problem of a project with too many files, whatever they are called', () => {
  const files = many(5_000);
  for (const found of [projectFiles.safeParse(files), runRequest.shape.files.safeParse(files)])
    expect(found.error?.issues).toMatchObject([
      { message: `Too many files (5000): a project can have at most ${limits.files}.` },
    ]);
  const only = Array.from({ length: 5_000 }, () => 1);
  expect(runRequest.safeParse({ files: { 'src/lib.rs': '' }, only }).error?.issues).toHaveLength(1);
});

it('measures a script and the texts of a link by their length first', () => {
  expect(sqlScript.safeParse('\0'.repeat(limits.sqlBytes + 1)).error?.issues).toHaveLength(1);
  const title = `${'\n'.repeat(limits.titleLength + 1)}`;
  const found = shareRequest.safeParse({ files: {}, title, description: '\n'.repeat(100_000) });
  expect(found.error?.issues.map(({ path }) => path[0])).toEqual(['title', 'description']);
});
