import { z } from 'zod';

export const progressKey = 'pgrx-playground:progress';

const schema = z.object({
  version: z.literal(1),
  /** The lessons whose checks all held, by their keys, and when, in epoch milliseconds. */
  done: z.record(z.string().max(120), z.number()),
  /** The lesson that was open last. */
  last: z.string().max(120).nullable(),
});

export type Progress = z.infer<typeof schema>;

export const noProgress: Progress = { version: 1, done: {}, last: null };

/** What this browser knows of a learner. What it can't read counts as nothing. */
export function parseProgress(text: string | null): Progress {
  try {
    return schema.safeParse(JSON.parse(text ?? 'null')).data ?? noProgress;
  } catch {
    return noProgress;
  }
}

/** Changes what is kept, on the base of what is kept now: another tab may have written since. */
export function changeProgress(storage: Storage | null, change: (now: Progress) => Progress): void {
  try {
    storage?.setItem(progressKey, JSON.stringify(change(parseProgress(storage.getItem(progressKey)))));
  } catch {
    // No room: the lesson is not ticked off, and all else goes on.
  }
}

export function withDone(progress: Progress, key: string, at: number): Progress {
  return { ...progress, done: { ...progress.done, [key]: progress.done[key] ?? at } };
}

/** The lesson to go on with: the one that was open last or, where that is done, the next of its course that is not. */
export function whereToGoOn(progress: Progress, courses: readonly (readonly string[])[]): string | null {
  const course = courses.find((keys) => progress.last !== null && keys.includes(progress.last));
  if (!course || progress.last === null) return null;
  if (!(progress.last in progress.done)) return progress.last;
  const after = course.slice(course.indexOf(progress.last) + 1);
  return after.find((key) => !(key in progress.done)) ?? null;
}
