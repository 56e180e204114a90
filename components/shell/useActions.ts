import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import { archiveActions } from '../archive/archiveActions.ts';
import { useArchives } from '../archive/useArchives.ts';
import { usePackage } from '../archive/usePackage.ts';
import { useLoadElsewhere } from '../everyMajor/useLoadElsewhere.ts';
import { useRunEveryMajor } from '../everyMajor/useRunEveryMajor.ts';
import { useShowSqlOfCaret } from '../generatedSql/useShowSqlOfCaret.ts';
import { useLanguageActions } from '../languageServer/useLanguageActions.ts';
import { useTakeToPlayground } from '../lessons/draft/useTakeToPlayground.ts';
import { useLesson } from '../lessons/LessonProvider.tsx';
import { lessonActions } from '../lessons/lessonActions.ts';
import type { Action } from '../page/action.ts';
import { useRun } from '../page/useRun.ts';
import { useNextProblem } from '../problems/useNextProblem.ts';
import { useSession, useSessionStore } from '../session/SessionProvider.tsx';
import { isRunning } from '../session/state/isRunning.ts';
import { shareActions } from '../sharing/panel/shareActions.ts';
import { useCopyAs } from '../sharing/panel/useCopyAs.ts';
import { useStarters } from '../starters/startersStore.ts';
import { useBeginWith } from '../starters/useBeginWith.ts';
import { testActions } from '../testRunner/testActions.ts';
import { useTests } from '../testRunner/useTests.ts';
import { formatFirst, textActions } from '../typing/textActions.ts';
import { upgradeActions } from '../upgrade/upgradeActions.ts';
import { useUpgrade } from '../upgrade/useUpgrade.ts';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { fileActions, goActions, runActions, starterActions, viewActions } from './pageActions.ts';

/** All that can be done on the page now, for the palette, the menu, the list of shortcuts and the keyboard. */
export function useActions(): Action[] {
  const workspace = useWorkspaceStore();
  const session = useSessionStore();
  const paths = useWorkspace((state) => Object.keys(state.files).join('\n'));
  const wasReset = useWorkspace((state) => state.beforeReset !== null);
  const running = useSession(isRunning);
  const container = useSession((state) => state.container);
  const versions = useSession((state) => state.versions);
  const { setTheme } = useTheme();
  const run = useRun();
  const runEveryMajor = useRunEveryMajor();
  const loadElsewhere = useLoadElsewhere();
  const resetDatabase = useRun('resetDatabase');
  const lesson = useLesson();
  const check = useRun('lessonCheck');
  const take = useTakeToPlayground();
  const tests = useTests();
  const upgrade = useUpgrade();
  const archives = useArchives();
  const pack = usePackage(useRun('package'));
  const nextProblem = useNextProblem();
  const showSqlOfCaret = useShowSqlOfCaret();
  const starters = useStarters((state) => state.list);
  const beginWith = useBeginWith();
  const language = useLanguageActions();
  const copyAs = useCopyAs(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stores' parts that matter are container, versions and wasReset
  return useMemo(
    () => [
      ...runActions(run, { run: runEveryMajor, loadElsewhere }, resetDatabase, session.getState(), running),
      ...(lesson ? lessonActions(lesson, check, take) : []),
      ...textActions(workspace, session),
      ...shareActions(copyAs, formatFirst(workspace, session)),
      ...testActions(tests),
      ...(lesson ? [] : upgradeActions(upgrade)),
      ...goActions(nextProblem, showSqlOfCaret, lesson !== null),
      ...fileActions(paths.split('\n'), workspace.getState(), lesson !== null),
      ...archiveActions(archives, pack, lesson !== null),
      ...(lesson ? [] : starterActions(starters, (starter) => void beginWith(starter))),
      ...language,
      ...viewActions(setTheme),
    ],
    [
      workspace,
      session,
      paths,
      wasReset,
      running,
      container,
      versions,
      setTheme,
      run,
      runEveryMajor,
      loadElsewhere,
      resetDatabase,
      lesson,
      check,
      take,
      tests,
      upgrade,
      archives,
      pack,
      nextProblem,
      showSqlOfCaret,
      starters,
      beginWith,
      language,
      copyAs,
    ],
  );
}
