import type { Course, Lesson } from './lesson.ts';
import { type ReadCourses, readCourses } from './readCourses.ts';

export interface LessonSource {
  courses(): Promise<Course[]>;
  /** The lesson of this name (course and folder), or null. */
  find(name: string): Promise<Lesson | null>;
}

/**
 * The lessons in some folders, read when they are first asked for. `fresh` reads them again for each question, so that an
 * author sees what was just written.
 */
export function lessonSource(roots: readonly string[], { fresh }: { fresh: boolean }): LessonSource {
  let kept: Promise<ReadCourses> | null = null;
  const read = async () => {
    if (fresh) return (await readCourses(roots)).courses;
    kept ??= readCourses(roots).catch((error) => {
      kept = null;
      throw error;
    });
    return (await kept).courses;
  };
  return {
    courses: read,
    async find(name) {
      const courses = await read();
      return courses.flatMap(({ lessons }) => lessons).find((lesson) => lesson.name === name) ?? null;
    },
  };
}
