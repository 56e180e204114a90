import type { CoursePage, LessonPage } from '../../../protocol/lesson.ts';
import { lessonKey } from '../../../protocol/lessonName.ts';
import { lessonHref } from '../catalogue/lessonHref.ts';
import type { LessonLink, LessonView } from '../lessonView.ts';
import { LessonText } from './LessonText.tsx';

/** A lesson for the browser, with its texts rendered here. */
export function toLessonView(course: CoursePage, lesson: LessonPage): LessonView {
  const { name, title, summary, minutes, postgres, text, hints, checks, start, solution } = lesson;
  const place = course.lessons.findIndex((one) => one.name === name);
  const link = (other: LessonPage | undefined): LessonLink | null =>
    other ? { href: lessonHref(other.name), title: other.title } : null;
  return {
    name,
    key: lessonKey(name),
    title,
    summary,
    minutes,
    postgres,
    course: {
      title: course.title,
      href: `/learn#${course.name}`,
      place: place + 1,
      of: course.lessons.length,
    },
    text: <LessonText markdown={text} lesson={name} />,
    hints: hints.map((hint) => <LessonText key={hint} markdown={hint} lesson={name} />),
    checks,
    start,
    solution,
    back: link(course.lessons[place - 1]),
    next: link(course.lessons[place + 1]),
  };
}
