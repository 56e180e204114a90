'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { LessonPageContext } from '../page/lessonPage.tsx';
import type { LessonView } from './lessonView.ts';

const LessonContext = createContext<LessonView | null>(null);

export function LessonProvider({ lesson, children }: { lesson: LessonView; children: ReactNode }) {
  return (
    <LessonPageContext value>
      <LessonContext value={lesson}>{children}</LessonContext>
    </LessonPageContext>
  );
}

/** The lesson that the page is of, or null on the playground. */
export function useLesson(): LessonView | null {
  return useContext(LessonContext);
}
