'use client';
import { Parts } from '../../page/FeaturesProvider.tsx';
import { useIsLesson } from '../../page/lessonPage.tsx';
import { RunButton } from '../../page/RunButton.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { PgrxPicker } from './PgrxPicker.tsx';
import { PostgresPicker } from './PostgresPicker.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { TitleField } from './TitleField.tsx';

/** What is worked on, what it runs on, and where else one can go. */
export function TopBar() {
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 border-line border-b px-3">
      <Mark />
      {useIsLesson() ? (
        <Parts place="title" />
      ) : (
        <>
          <h1 className="whitespace-nowrap font-semibold phone:sr-only">pgrx playground</h1>
          <TitleField />
        </>
      )}
      <div className="ml-auto flex items-center gap-1">
        <PostgresPicker />
        <span className="phone:hidden">
          <PgrxPicker />
        </span>
        <Parts place="top" />
        <span className="w-1 phone:hidden" />
        <ThemeButton />
        <MoreMenu />
        <Parts place="topRun" />
        <RunButton className="ml-2 h-7 min-w-26 phone:hidden" />
      </div>
    </header>
  );
}
