'use client';
import { useMemo } from 'react';
import { changesText } from '../page/changedSince.ts';
import { Parts } from '../page/FeaturesProvider.tsx';
import { useChangedSince } from '../page/useChangedSince.ts';
import { usePage } from '../page/usePage.ts';
import { ResultStory } from '../results/ResultStory.tsx';
import type { ResultActions } from '../results/resultActions.ts';
import { timelineOf } from '../results/timelineOf.ts';
import { useResultActions } from '../results/useResultActions.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { PaneHeader } from '../ui/PaneHeader.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { useFollowEnd } from '../ui/useFollowEnd.ts';
import { useFreshDatabase } from '../workspace/useFreshDatabase.ts';
import { RunNotes } from './RunNotes.tsx';
import { StageStrip } from './StageStrip.tsx';

/** What Postgres says: the stages of the run and its story. */
export function ResultsPane() {
  const current = useSession((state) => state.current);
  const answered = useSession((state) => state.answered);
  const follow = useFollowEnd(current?.events, { fromStart: false });
  const ways = useResultActions(current?.request?.sql ?? '');
  const { resetAndRun, runProject } = usePage();
  const { setFresh } = useFreshDatabase();
  const actions = useMemo(
    (): ResultActions => ({
      ...ways,
      onResetAndRun: () => void resetAndRun(),
      onUseFreshDatabase() {
        setFresh(true);
        runProject();
      },
    }),
    [ways, resetAndRun, setFresh, runProject],
  );
  const changed = useChangedSince(current);
  // Below a story, so that notes that come and go do not move it.
  const hasStory = timelineOf(current, answered).length > 0;
  const outdated = hasStory && current?.done != null && changed.length > 0;
  return (
    <section aria-label="Results" className="flex h-full flex-col bg-pane">
      <PaneHeader>
        <h2 className="font-medium text-pg phone:hidden">Results</h2>
        <StageStrip />
      </PaneHeader>
      <Parts place="aboveResults" />
      <ScrollRegion
        {...follow}
        className={`min-h-0 flex-1 overflow-y-auto overflow-x-hidden [overflow-anchor:none] ${outdated ? 'stale' : ''}`}
      >
        {!hasStory && <RunNotes />}
        {current ? <ResultStory current={current} previous={answered} actions={actions} /> : <ResultsEmpty />}
      </ScrollRegion>
      {outdated && (
        <p className="border-line border-t bg-sunken px-3 py-1.5 text-muted">
          Results of the version before your changes to {changesText(changed)}.
        </p>
      )}
      {hasStory && <RunNotes />}
    </section>
  );
}

/** The results before the first run. */
function ResultsEmpty() {
  return (
    <div className="max-w-prose space-y-2 px-3 py-3 text-muted">
      <p>
        <b className="font-medium text-ink">Run</b> compiles the extension, installs it into your own
        Postgres, and runs the SQL. It takes about a second. <KeyHint keys="Mod+Enter" />
      </p>
      <p>Results, notices, and errors appear here in order.</p>
    </div>
  );
}
