import { z } from 'zod';

/** A course's folder, which is the part of a link that names it. */
export const courseFolder = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** A lesson by its course's folder and its own, such as `first-extension/02-first-function`. */
export const lessonName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}\/\d{2}-[a-z0-9-]{1,57}$/);

/**
 * What stays of a lesson's name when its course is put into another order: its course and its folder without the number. The
 * browser keeps progress and code under it.
 */
export function lessonKey(name: string): string {
  return name.replace(/\/\d{2}-/, '/');
}
