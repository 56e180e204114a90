'use client';
import { CircleCheck } from 'lucide-react';
import { useProgress } from './useProgress.ts';

/** How much of a course is done; nothing before the browser has told. */
export function CourseDone({ keys }: { keys: readonly string[] }) {
  const { done } = useProgress();
  const count = keys.filter((key) => key in done).length;
  if (count === 0) return null;
  return (
    <span className="whitespace-nowrap text-pg">
      {count === keys.length ? 'All done.' : `${count} done.`}
    </span>
  );
}

/** A lesson's number, or that it is done. Of the same width, so that nothing moves when the browser tells. */
export function DoneMark({ lesson, place }: { lesson: string; place: number }) {
  const done = lesson in useProgress().done;
  return (
    <span className="flex h-5 w-5 shrink-0 items-center justify-center text-muted tabular-nums">
      {done ? <CircleCheck role="img" aria-label="done" size={16} className="text-pg" /> : place}
    </span>
  );
}
