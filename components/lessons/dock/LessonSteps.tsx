'use client';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { TextButton } from '../../ui/TextButton.tsx';
import { useTakeToPlayground } from '../draft/useTakeToPlayground.ts';
import { useLesson } from '../LessonProvider.tsx';
import { useDock } from './dockStore.ts';

/** What can be done with the lesson's code, and the lessons before and after. */
export function LessonSteps({ passed }: { passed: boolean }) {
  const lesson = useLesson();
  const takeToPlayground = useTakeToPlayground();
  if (!lesson) return null;
  const { back, next, course } = lesson;
  const on = next ?? { href: course.href, title: 'All lessons' };
  const look = 'inline-flex items-center gap-1 rounded px-2 py-1';
  return (
    <nav
      aria-label="Lessons"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-4 py-1.5 text-small"
    >
      {back && (
        <a href={back.href} title={back.title} className={`${look} border border-line hover:bg-hover`}>
          <ArrowLeft aria-hidden size={13} /> Back
        </a>
      )}
      <TextButton onClick={() => useDock.setState({ asking: 'solution' })}>Solution</TextButton>
      <TextButton onClick={() => useDock.setState({ asking: 'reset' })}>Reset</TextButton>
      <TextButton onClick={takeToPlayground}>Open in playground</TextButton>
      <a
        href={on.href}
        title={on.title}
        className={`${look} ml-auto font-medium ${passed ? 'bg-run text-on-rust hover:bg-run-hover' : 'border border-line hover:bg-hover'}`}
      >
        {next ? (passed ? 'Next lesson' : 'Next') : 'All lessons'} <ArrowRight aria-hidden size={13} />
      </a>
    </nav>
  );
}
