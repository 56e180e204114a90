'use client';
import { useState } from 'react';
import { ResultStory } from '../results/ResultStory.tsx';
import { reachedPostgres } from '../results/reachedPostgres.ts';
import { storyOfRuns } from '../results/storyOfRuns.ts';
import { useResultActions } from '../results/useResultActions.ts';
import { useSession } from '../session/SessionProvider.tsx';
import type { RunRecord } from '../session/state/sessionState.ts';
import { RunVerdict } from '../sharing/compare/RunVerdict.tsx';
import { PaneHeader } from '../ui/PaneHeader.tsx';
import { useFollowEnd } from '../ui/useFollowEnd.ts';
import { ResultsEmpty } from './ResultsEmpty.tsx';
import { RunNotes } from './RunNotes.tsx';
import { StageStrip } from './StageStrip.tsx';

/** What Postgres says: the stages of the run and its story. */
export function ResultsPane() {
  const current = useSession((state) => state.current);
  const answered = useLastAnswered();
  const follow = useFollowEnd(current?.events, { fromStart: false });
  const actions = useResultActions(current?.request?.sql ?? '');
  // Below a story, so that notes that come and go do not move it.
  const hasStory = storyOfRuns(current, answered).length > 0;
  return (
    <section aria-label="Results" className="flex h-full flex-col bg-pane">
      <PaneHeader>
        <h2 className="font-medium text-pg phone:hidden">Results</h2>
        <StageStrip />
      </PaneHeader>
      <RunVerdict />
      <div
        {...follow}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden [overflow-anchor:none]"
      >
        {!hasStory && <RunNotes />}
        {current ? <ResultStory current={current} previous={answered} actions={actions} /> : <ResultsEmpty />}
      </div>
      {hasStory && <RunNotes />}
    </section>
  );
}

/** The last run before this one that Postgres answered: its answers stay until there are new ones. */
function useLastAnswered(): RunRecord | null {
  const previous = useSession((state) => state.previous);
  const [answered, setAnswered] = useState<RunRecord | null>(null);
  if (previous && previous !== answered && reachedPostgres(previous)) setAnswered(previous);
  return answered;
}
