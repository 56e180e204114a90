import type { CoursePage } from '../../../protocol/lesson.ts';
import { lessonKey } from '../../../protocol/lessonName.ts';
import { countOf } from '../../ui/format/countOf.ts';
import { CourseDone, DoneMark } from './DoneMarks.tsx';
import { lessonHref } from './lessonHref.ts';

/** The courses with their lessons and the minutes of each. */
export function CourseList({ courses }: { courses: readonly CoursePage[] }) {
  return (
    <>
      <h1 className="mb-4 font-semibold text-[22px] leading-8">Learn Postgres extensions in Rust</h1>
      {courses.length === 0 && <p className="text-muted">This server has no courses.</p>}
      {courses.map(({ name, title, summary, lessons }) => (
        <section key={name} id={name} aria-labelledby={`course-${name}`} className="mb-8">
          <h2 id={`course-${name}`} className="font-semibold text-[17px] leading-7">
            {title}
          </h2>
          <p className="mb-2 text-muted">
            {summary} {countOf(lessons.length, 'lesson')},{' '}
            {countOf(
              lessons.reduce((sum, { minutes }) => sum + minutes, 0),
              'minute',
            )}
            . <CourseDone keys={lessons.map((lesson) => lessonKey(lesson.name))} />
          </p>
          <ol className="rounded-md border border-line bg-pane">
            {lessons.map((lesson, index) => (
              <li key={lesson.name} className="border-line border-b last:border-b-0">
                <a href={lessonHref(lesson.name)} className="flex gap-3 px-3 py-2 hover:bg-hover">
                  <DoneMark lesson={lessonKey(lesson.name)} place={index + 1} />
                  <span className="min-w-0 flex-1">
                    <span className="block font-medium">{lesson.title}</span>
                    <span className="block text-muted">{lesson.summary}</span>
                  </span>
                  <span className="shrink-0 text-muted tabular-nums">{lesson.minutes} min</span>
                </a>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
