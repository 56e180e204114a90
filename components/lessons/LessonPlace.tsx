'use client';
import { useLesson } from './LessonProvider.tsx';

/** Where one is, in the place of a project's title. */
export function LessonPlace() {
  const course = useLesson()?.course;
  const look = 'rounded px-1 text-muted hover:bg-hover hover:text-ink';
  if (!course) return null;
  return (
    <nav aria-label="Place" className="flex min-w-0 items-center gap-1 whitespace-nowrap">
      <a href="/" className="rounded px-1 font-semibold hover:bg-hover phone:sr-only">
        pgrx playground
      </a>
      <a href="/learn" className={look}>
        Learn
      </a>
      <span aria-hidden className="text-faint phone:hidden">
        ›
      </span>
      <a href={course.href} className={`min-w-0 truncate max-lg:hidden ${look}`}>
        {course.title}
      </a>
      <span className="text-faint tabular-nums">
        {course.place}/{course.of}
      </span>
    </nav>
  );
}
