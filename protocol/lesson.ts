import { z } from 'zod';

/** A folder of a course or a lesson, which is the part of a link that names it. */
const folder = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** A lesson by its course's folder and its own, such as `first-extension/02-first-function`. */
export const lessonName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}\/\d{2}-[a-z0-9-]{1,57}$/);

/** `course.toml`. Courses are shown by their `order`. */
export const courseFile = z.strictObject({
  title: z.string().min(1).max(60),
  summary: z.string().min(1).max(400),
  order: z.int().min(0).max(1000),
});

/** `lesson.toml`. `minutes` is what a reader needs; `postgres` the majors on which it holds, where not on all. */
export const lessonFile = z.strictObject({
  title: z.string().min(1).max(60),
  summary: z.string().min(1).max(200),
  minutes: z.int().min(1).max(30),
  postgres: z.array(z.int().min(10).max(99)).min(1).optional(),
});

/** A lesson as the index and the page know it. Of `files` and `solution` each is a whole project. */
export interface LessonPage {
  name: string;
  title: string;
  summary: string;
  minutes: number;
  postgres: number[] | null;
  files: Record<string, string>;
  sql: string;
  solution: { files: Record<string, string>; sql: string };
}

export const courseFolder = folder;

/** How many checks a lesson may have, and hints. */
export const lessonLimits = { checks: 20, hints: 10 } as const;
