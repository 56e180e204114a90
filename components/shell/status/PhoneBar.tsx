'use client';
import { Parts } from '../../page/FeaturesProvider.tsx';
import { useLayout } from '../../page/layoutStore.ts';
import { useIsLesson } from '../../page/lessonPage.tsx';
import type { PhonePane } from '../../page/panes.ts';
import { RunButton } from '../../page/RunButton.tsx';

const shown: { id: PhonePane; name: string }[] = [
  { id: 'lesson', name: 'Text' },
  { id: 'code', name: 'Code' },
  { id: 'sql', name: 'SQL' },
  { id: 'results', name: 'Results' },
];

/** What a phone has at its lower edge, within reach of a thumb: what to look at, and Run. */
export function PhoneBar() {
  const isLesson = useIsLesson();
  const phonePane = useLayout((state) => state.phonePane) ?? (isLesson ? 'lesson' : 'code');
  return (
    <nav
      aria-label="Panes"
      className="hidden shrink-0 items-stretch gap-1 border-line border-t p-1.5 pb-[max(0.375rem,env(safe-area-inset-bottom))] phone:flex"
    >
      {shown.slice(isLesson ? 0 : 1).map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === phonePane}
          onClick={() => useLayout.setState({ phonePane: id })}
          className="h-11 flex-1 rounded text-muted aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-ink"
        >
          {name}
        </button>
      ))}
      <Parts place="phoneRun" />
      <RunButton className="h-11 flex-[1.4]" />
    </nav>
  );
}
