'use client';
import { type ComponentType, createContext, useContext } from 'react';

/** Whether the page is a lesson's; the playground's own page otherwise. */
export const LessonPageContext = createContext(false);

export function useIsLesson(): boolean {
  return useContext(LessonPageContext);
}

/** A part of the page that the pages of lessons do not have. */
export function onPlayground(Part: ComponentType): ComponentType {
  return function OnPlayground() {
    return useIsLesson() ? null : <Part />;
  };
}

/** A part of the page that only the pages of lessons have. */
export function onLessons(Part: ComponentType): ComponentType {
  return function OnLessons() {
    return useIsLesson() ? <Part /> : null;
  };
}
