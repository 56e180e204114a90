import type { Lesson, LessonCode } from '../../lessons/lesson.ts';
import type { LessonSource } from '../../lessons/lessonSource.ts';
import type { LessonPage, LessonReader, ProjectCode } from '../../protocol/lesson.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { completeProject } from '../build/project/completeProject.ts';
import { inReadingOrder } from '../starters/inReadingOrder.ts';

/** Reads the courses for the page: each lesson with whole projects, and without what its checks ask. */
export function lessonReader(source: LessonSource, starter: ProjectFiles): LessonReader {
  return async () => {
    const courses = await source.courses();
    return courses.map(({ name, title, summary, lessons }) => ({
      name,
      title,
      summary,
      lessons: lessons.map((lesson) => toPage(lesson, starter)),
    }));
  };
}

function toPage(lesson: Lesson, starter: ProjectFiles): LessonPage {
  const { name, title, summary, minutes, postgres, text, hints, checks } = lesson;
  const whole = ({ files, sql }: LessonCode): ProjectCode => ({
    files: inReadingOrder(completeProject(files, starter)),
    sql,
  });
  return {
    name,
    title,
    summary,
    minutes,
    postgres,
    text,
    hints,
    start: whole(lesson.start),
    solution: whole(lesson.solution),
    checks: checks.map((check) => check.name),
  };
}
