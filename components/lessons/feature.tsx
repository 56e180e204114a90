'use client';
import type { Feature } from '../page/feature.ts';
import { onLessons, onPlayground } from '../page/lessonPage.tsx';
import { CheckButton } from './CheckButton.tsx';
import { TakenNote } from './draft/TakenNote.tsx';
import { LessonPane } from './LessonPane.tsx';
import { LessonPlace } from './LessonPlace.tsx';
import { useLessonActions } from './useLessonActions.ts';

/** A lesson beside the playground: its text, its checks, and the ways to and from other lessons. */
export const lessons: Feature = {
  id: 'lessons',
  parts: {
    title: LessonPlace,
    lesson: LessonPane,
    top: onPlayground(LearnLink),
    topRun: onLessons(() => <CheckButton className="ml-2 h-7 px-3 phone:hidden" />),
    phoneRun: onLessons(() => <CheckButton className="h-11 px-2" />),
    status: onPlayground(TakenNote),
  },
  useActions: useLessonActions,
};

function LearnLink() {
  return (
    <a href="/learn" className="rounded px-1.5 py-0.5 text-muted hover:bg-hover hover:text-ink phone:hidden">
      Learn
    </a>
  );
}
