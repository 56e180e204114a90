'use client';
import { LessonArticle } from '../lessons/LessonArticle.tsx';
import { LessonDock } from '../lessons/LessonDock.tsx';
import { focusTool } from './focusTool.ts';
import { useTakeToPlayground } from './useTakeToPlayground.ts';

/** The lesson's text, and below it what is wanted and the ways on. */
export function LessonPane() {
  const take = useTakeToPlayground();
  return (
    <div className="flex h-full flex-col bg-pane">
      <LessonArticle />
      <LessonDock onShowErrors={() => focusTool('problems')} onTakeToPlayground={take} />
    </div>
  );
}
