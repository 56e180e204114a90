'use client';
import { RunEveryMajorButton } from '../../everyMajor/RunEveryMajorButton.tsx';
import { CheckButton } from '../../lessons/CheckButton.tsx';
import { LessonPlace } from '../../lessons/LessonPlace.tsx';
import { useLesson } from '../../lessons/LessonProvider.tsx';
import { useRun } from '../../page/useRun.ts';
import { RunButton } from '../../runs/RunButton.tsx';
import { SharePanel } from '../../sharing/panel/SharePanel.tsx';
import { StartersMenu } from '../../starters/StartersMenu.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { PostgresPicker } from './PostgresPicker.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { TitleField } from './TitleField.tsx';

export function TopBar() {
  const run = useRun();
  const lesson = useLesson();
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 border-line border-b px-3">
      <Mark />
      {lesson ? (
        <LessonPlace lesson={lesson} />
      ) : (
        <>
          <h1 className="whitespace-nowrap font-semibold phone:sr-only">pgrx playground</h1>
          <TitleField />
        </>
      )}
      <div className="ml-auto flex items-center gap-1">
        <PostgresPicker />
        <RunEveryMajorButton />
        {!lesson && (
          <>
            <StartersMenu className="phone:hidden" />
            <a
              href="/learn"
              className="rounded px-1.5 py-0.5 text-muted hover:bg-hover hover:text-ink phone:hidden"
            >
              Learn
            </a>
          </>
        )}
        <SharePanel onRun={run} />
        <span className="w-1 phone:hidden" />
        <ThemeButton />
        <MoreMenu />
        {lesson && <CheckButton className="ml-2 h-7 px-3 phone:hidden" />}
        <RunButton className="ml-2 h-7 min-w-26 phone:hidden" />
      </div>
    </header>
  );
}
