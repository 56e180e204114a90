'use client';
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
