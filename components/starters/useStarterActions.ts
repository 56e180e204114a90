import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import { useIsLesson } from '../page/lessonPage.tsx';
import { useStarters } from './startersStore.ts';
import { useBeginWith } from './useBeginWith.ts';

/** The projects to begin with. */
export function useStarterActions(): Action[] {
  const starters = useStarters((state) => state.list);
  const beginWith = useBeginWith();
  const isLesson = useIsLesson();
  return useMemo(() => {
    if (isLesson) return [];
    return starters.map((starter) => ({
      id: `starter-${starter.name}`,
      name: `Open starter: ${starter.title}`,
      group: 'Starters',
      perform: () => void beginWith(starter),
    }));
  }, [starters, beginWith, isLesson]);
}
