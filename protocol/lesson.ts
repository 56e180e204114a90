import { z } from 'zod';
import type { ProjectFiles } from './project.ts';

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

/** A project and the SQL beside it. */
export interface ProjectCode {
  files: ProjectFiles;
  sql: string;
}

/** A lesson as its page knows it. `start` and `solution` are whole projects. */
export interface LessonPage {
  name: string;
  title: string;
  summary: string;
  minutes: number;
  postgres: number[] | null;
  /** Its text and its hints, in Markdown. */
  text: string;
  hints: string[];
  start: ProjectCode;
  solution: ProjectCode;
  /** What is wanted, check by check. What each asks is not told (SPEC.md, L2). */
  checks: string[];
}

export interface CoursePage {
  name: string;
  title: string;
  summary: string;
  lessons: LessonPage[];
}

export type LessonReader = () => Promise<CoursePage[]>;

/**
 * Under this symbol of `globalThis` the server puts its `LessonReader` for the page's routes: they run in its process, but
 * are bundled apart from it.
 */
export const lessonReaderKey = Symbol.for('pgrx-playground.lessonReader');

/** How many checks a lesson may have, and hints. */
export const lessonLimits = { checks: 20, hints: 10 } as const;
