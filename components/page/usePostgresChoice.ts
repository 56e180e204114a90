import { useMemo } from 'react';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { postgresChoice } from './postgresChoice.ts';
import { usePgrxChoice } from './usePgrxChoice.ts';

/** What there is to choose from, and which Postgres Run uses; null before the server has said it. */
export function usePostgresChoice() {
  const versions = usePgrxChoice()?.versions ?? null;
  const chosen = useWorkspace((state) => state.postgres);
  return useMemo(() => versions && postgresChoice(versions, chosen), [versions, chosen]);
}
