import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import { useLayout } from '../page/layoutStore.ts';
import { useDock } from './dock/dockStore.ts';
import { useTakeToPlayground } from './draft/useTakeToPlayground.ts';
import { useLesson } from './LessonProvider.tsx';
import type { LessonView } from './lessonView.ts';
import { useCheck } from './useCheck.ts';

/** What can be done in a lesson beside all that the playground can, and the way to all lessons. */
export function useLessonActions(): Action[] {
  const lesson = useLesson();
  const check = useCheck();
  const take = useTakeToPlayground();
  return useMemo(
    () => [
      ...(lesson ? lessonActions(lesson, check, take) : []),
      {
        id: 'learn',
        name: 'Learn: courses and lessons',
        group: 'Go to',
        inMenu: true,
        perform: () => location.assign('/learn'),
      },
    ],
    [lesson, check, take],
  );
}

function lessonActions(lesson: LessonView, check: () => void, take: () => void): Action[] {
  const group = 'Lesson';
  const go = (href: string) => () => location.assign(href);
  const ask = (asking: 'solution' | 'reset') => () => {
    useLayout.setState({ phonePane: 'lesson' });
    useDock.setState({ asking });
  };
  const hint = () => {
    useLayout.setState({ phonePane: 'lesson' });
    useDock.setState(({ hints }) => ({ hints: Math.min(hints + 1, lesson.hints.length) }));
  };
  const { next, back, course } = lesson;
  return [
    { id: 'check', name: 'Check', keys: 'Mod+Shift+Enter', group, perform: check },
    ...(lesson.hints.length > 0 ? [{ id: 'hint', name: 'Next hint', group, perform: hint } as const] : []),
    { id: 'solution', name: 'Solution', group, perform: ask('solution') },
    { id: 'lessonReset', name: 'Reset lesson', group, perform: ask('reset') },
    ...(next
      ? [{ id: 'nextLesson', name: `Next lesson: ${next.title}`, group, perform: go(next.href) } as const]
      : []),
    ...(back
      ? [
          {
            id: 'lessonBefore',
            name: `Previous lesson: ${back.title}`,
            group,
            perform: go(back.href),
          } as const,
        ]
      : []),
    { id: 'course', name: `Course: ${course.title}`, group, perform: go(course.href) },
    { id: 'take', name: 'Open in playground', group, perform: take },
    { id: 'print', name: 'Print lesson', group, perform: () => print() },
  ];
}
