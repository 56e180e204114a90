import { useMemo } from 'react';
import { useAddCrate } from '../page/remedies/useAddCrate.ts';
import { useMending } from '../page/remedies/useMending.ts';
import { usePage } from '../page/usePage.ts';
import { positionAt } from '../ui/text/positionAt.ts';
import { scriptDocument } from '../workspace/documents.ts';
import type { ResultActions } from './resultActions.ts';

/** What results lead to. `script` is the text that their offsets count in. */
export function useResultActions(script: string): ResultActions {
  const { reveal, showTool, runProject } = usePage();
  const addCrate = useAddCrate();
  const mending = useMending();
  return useMemo(
    () => ({
      onReveal: reveal,
      onRevealSql(offset) {
        const { line, column } = positionAt(script, offset);
        reveal(scriptDocument, line, column);
      },
      onShowGeneratedSql: () => showTool('generatedSql'),
      onShowBuildLog: () => showTool('buildLog'),
      onShowProblems: () => showTool('problems'),
      onRestartPostgres: () => void runProject('restartPostgres'),
      remedyOf: addCrate,
      mending,
    }),
    [reveal, showTool, runProject, script, addCrate, mending],
  );
}
