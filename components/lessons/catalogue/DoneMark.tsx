'use client';
import { CircleCheck } from 'lucide-react';
import { useProgress } from './useProgress.ts';

/** A lesson's number, or that it is done. Of the same width, so that nothing moves when the browser tells. */
export function DoneMark({ lesson, place }: { lesson: string; place: number }) {
  const done = lesson in useProgress().done;
  return (
    <span className="flex h-5 w-5 shrink-0 items-center justify-center text-muted tabular-nums">
      {done ? <CircleCheck role="img" aria-label="done" size={16} className="text-pg" /> : place}
    </span>
  );
}
