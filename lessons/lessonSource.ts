import type { Course, Lesson } from './lesson.ts';
import { type ReadCourses, readCourses } from './readCourses.ts';

export interface LessonSource {
  /** All courses, with what is wrong with them. */
  read(): Promise<ReadCourses>;
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
    if (fresh) return readCourses(roots);
    kept ??= readCourses(roots).catch((error) => {
      kept = null;
      throw error;
    });
    return kept;
  };
  return {
    read,
    courses: async () => (await read()).courses,
    async find(name) {
      const { courses } = await read();
      return courses.flatMap(({ lessons }) => lessons).find((lesson) => lesson.name === name) ?? null;
    },
  };
}
