import { useCallback } from 'react';
import { useLayout } from '../page/layoutStore.ts';
import { usePage } from '../page/usePage.ts';
import { useLesson } from './LessonProvider.tsx';

/** Tries the lesson's checks. What they say stands below the lesson's text, which a phone must first show. */
export function useCheck(): () => void {
  const { runProject } = usePage();
  const lesson = useLesson()?.name;
  return useCallback(() => {
    const answer = runProject('lessonCheck', { lesson });
    if (answer !== 'running') useLayout.setState({ phonePane: 'lesson' });
  }, [runProject, lesson]);
}
