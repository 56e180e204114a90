import { useMemo } from 'react';
import { defaultMajor } from '../../protocol/versions.ts';
import { useSession } from '../session/SessionProvider.tsx';
import type { RunRecord } from '../session/state/sessionState.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { changedSince } from './changedSince.ts';

/** What of the project is another now than in this run. */
export function useChangedSince(run: RunRecord | null): string[] {
  const files = useWorkspace((state) => state.files);
  const sql = useWorkspace((state) => state.sql);
  const postgres = useWorkspace((state) => state.postgres);
  const usual = useSession((state) => defaultMajor(state.versions));
  const request = run?.request ?? null;
  return useMemo(
    () => changedSince(request, { files, sql, postgres }, usual),
    [request, files, sql, postgres, usual],
  );
}
