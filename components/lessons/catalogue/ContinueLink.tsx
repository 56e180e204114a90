'use client';
import { ArrowRight } from 'lucide-react';
import { lessonHref } from './lessonHref.ts';
import { whereToGoOn } from './progress.ts';
import { useProgress } from './useProgress.ts';

interface ContinueLinkProps {
  /** The lessons of each course. */
  courses: readonly (readonly { key: string; name: string; title: string }[])[];
}

/** The way back to where one was, or to the first lesson; its room is there before the browser has told. */
export function ContinueLink({ courses }: ContinueLinkProps) {
  const progress = useProgress();
  const all = courses.flat();
  const key = whereToGoOn(
    progress,
    courses.map((lessons) => lessons.map((lesson) => lesson.key)),
  );
  const goOn = all.find((lesson) => lesson.key === key);
  const undone = all.find((one) => !(one.key in progress.done));
  const lesson = goOn ?? undone ?? all[0];
  const words = goOn ? 'Continue' : undone ? 'Start' : 'Start over';
  if (!lesson) return null;
  return (
    <p className="mb-6">
      <a
        href={lessonHref(lesson.name)}
        className="inline-flex max-w-full items-center gap-2 rounded bg-run px-3 py-1.5 font-medium text-on-rust hover:bg-run-hover"
      >
        <span className="truncate">
          {words}: {lesson.title}
        </span>
        <ArrowRight aria-hidden size={14} className="shrink-0" />
      </a>
    </p>
  );
}
