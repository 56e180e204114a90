'use client';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { useLesson } from '../LessonProvider.tsx';

/** The files of the solution that differ from what the lesson begins with, to be read. */
export function SolutionView() {
  const lesson = useLesson();
  if (!lesson) return null;
  const { start, solution } = lesson;
  const changed = Object.entries(solution.files).filter(([path, text]) => start.files[path] !== text);
  const shown = [...changed, ...(solution.sql === start.sql ? [] : [['script.sql', solution.sql] as const])];
  return shown.map(([path, text]) => (
    <figure key={path} className="lesson-code">
      <figcaption className="text-faint">{path}</figcaption>
      <ScrollRegion as="pre">{text}</ScrollRegion>
    </figure>
  ));
}
