'use client';
import { countOf } from '../../ui/format/countOf.ts';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { useKeptProgress } from '../catalogue/useKeptProgress.ts';
import { useLesson } from '../LessonProvider.tsx';
import { PrintedCode } from './PrintedCode.tsx';

/** The text of the lesson, as the server rendered it. */
export function LessonArticle() {
  const lesson = useLesson();
  useKeptProgress();
  if (!lesson) return null;
  const { title, summary, minutes, postgres, text } = lesson;
  return (
    <ScrollRegion
      as="article"
      aria-label="Lesson text"
      className="lesson-prose min-h-0 flex-1 overflow-y-auto px-4 pt-3 pb-6"
    >
      <h1>{title}</h1>
      <p className="lesson-summary">
        {summary} <span className="whitespace-nowrap text-faint">{countOf(minutes, 'minute')}</span>
      </p>
      {postgres && <p className="text-warn">For Postgres {postgres.join(', ')}.</p>}
      {text}
      <PrintedCode />
    </ScrollRegion>
  );
}
