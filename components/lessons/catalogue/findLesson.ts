import type { CoursePage, LessonPage } from '../../../protocol/lesson.ts';
import { lessonKey } from '../../../protocol/lessonName.ts';

/** A lesson by its folder, with or without its number, or with one that it had before. */
export function findLesson(
  courses: readonly CoursePage[],
  courseName: string,
  folder: string,
): { course: CoursePage; lesson: LessonPage } | null {
  const course = courses.find(({ name }) => name === courseName);
  if (!course) return null;
  const name = `${courseName}/${folder}`;
  const lesson =
    course.lessons.find((one) => one.name === name) ??
    course.lessons.find((one) => lessonKey(one.name) === lessonKey(name));
  return lesson ? { course, lesson } : null;
}
