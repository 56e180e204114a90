import type { LessonCheck } from './parseChecks.ts';
import type { TextStep } from './textSteps.ts';

/** A project and the SQL beside it. */
export interface LessonCode {
  files: Record<string, string>;
  sql: string;
}

/** A lesson as its folder has it. Projects have what their authors wrote; the starter crate fills in the rest. */
export interface Lesson {
  /** The course's folder and its own, with a slash between. */
  name: string;
  /** Where its files are. */
  folder: string;
  title: string;
  summary: string;
  minutes: number;
  /** The majors on which it holds; null is all. */
  postgres: number[] | null;
  /** Its text, in Markdown. */
  text: string;
  start: LessonCode;
  solution: LessonCode;
  steps: TextStep[];
  checks: LessonCheck[];
  /** In Markdown, in the order in which they are offered. */
  hints: string[];
}

export interface Course {
  /** Its folder. */
  name: string;
  title: string;
  summary: string;
  order: number;
  lessons: Lesson[];
}
