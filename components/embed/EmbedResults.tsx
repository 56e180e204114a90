'use client';
import { type RefObject, useMemo } from 'react';
import { ResultStory } from '../results/ResultStory.tsx';
import type { ResultActions } from '../results/resultActions.ts';
import { StageStrip } from '../runs/StageStrip.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { positionAt } from '../ui/text/positionAt.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { placeCaret } from './placeCaret.ts';
import { useWholeAddress } from './useWholeAddress.ts';

interface EmbedResultsProps {
  problem: string | null;
  script: RefObject<HTMLTextAreaElement | null>;
}

/** What Postgres says. What is told in full only in the playground leads there. */
export function EmbedResults({ problem, script }: EmbedResultsProps) {
  const current = useSession((state) => state.current);
  const previous = useSession((state) => state.previous);
  const workspace = useWorkspaceStore();
  const addressOf = useWholeAddress();
  const sql = current?.request?.sql ?? '';
  const actions = useMemo((): ResultActions => {
    const openWhole = () => open(addressOf(), '_blank', 'noopener');
    return {
      onReveal(file, line, column) {
        workspace.getState().open(file);
        workspace.getState().revealAt(file, line, column);
      },
      onRevealSql(offset) {
        const { line, column } = positionAt(sql, offset);
        if (script.current) placeCaret(script.current, line, column);
      },
      onShowGeneratedSql: openWhole,
      onShowBuildLog: openWhole,
      onShowProblems: openWhole,
    };
  }, [workspace, addressOf, script, sql]);
  return (
    <section aria-label="Results" className="border-line border-t">
      <div className="flex min-h-8 items-center gap-2 px-3">
        <h2 className="font-medium text-pg">Results</h2>
        <StageStrip />
      </div>
      {problem && <p className="bg-warn-soft px-3 py-1.5">Not run: {problem}</p>}
      <ScrollRegion className="max-h-96 min-h-9 overflow-y-auto overflow-x-hidden">
        {current ? (
          <ResultStory current={current} previous={previous} actions={actions} />
        ) : (
          <p className="px-3 pb-2 text-muted">Press Run to see results here.</p>
        )}
      </ScrollRegion>
    </section>
  );
}
