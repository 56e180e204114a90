import type { ReactNode } from 'react';
import type { ProjectCode } from '../../protocol/lesson.ts';

/** Another lesson, as a link to it. */
export interface LessonLink {
  href: string;
  title: string;
}

/** A lesson as the server's page gives it to the browser: its texts are rendered already. */
export interface LessonView {
  name: string;
  /** Under what the browser keeps its code and that it is done. */
  key: string;
  title: string;
  summary: string;
  minutes: number;
  postgres: number[] | null;
  course: { title: string; href: string; place: number; of: number };
  text: ReactNode;
  hints: ReactNode[];
  checks: string[];
  start: ProjectCode;
  solution: ProjectCode;
  back: LessonLink | null;
  next: LessonLink | null;
}
