import { SharePanel } from '../sharing/SharePanel.tsx';
import { StartersMenu } from '../starters/StartersMenu.tsx';
import { Mark } from './Mark.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { PostgresPicker } from './PostgresPicker.tsx';
import { RunButton } from './RunButton.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { TitleField } from './TitleField.tsx';
import { useRun } from './useRun.ts';

export function TopBar() {
  const run = useRun();
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 border-line border-b px-3">
      <Mark />
      <h1 className="whitespace-nowrap font-semibold phone:sr-only">pgrx playground</h1>
      <TitleField />
      <div className="ml-auto flex items-center gap-1">
        <PostgresPicker />
        <StartersMenu className="phone:hidden" />
        <SharePanel onRun={run} />
        <span className="w-1 phone:hidden" />
        <ThemeButton />
        <MoreMenu />
        <RunButton className="ml-2 h-7 min-w-26 phone:hidden" />
      </div>
    </header>
  );
}
