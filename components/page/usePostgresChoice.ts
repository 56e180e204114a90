import { useMemo } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { postgresChoice } from './postgresChoice.ts';

/** What there is to choose from, and which Postgres Run uses; null before the server has said it. */
export function usePostgresChoice() {
  const versions = useSession((state) => state.versions);
  const chosen = useWorkspace((state) => state.postgres);
  return useMemo(() => versions && postgresChoice(versions, chosen), [versions, chosen]);
}
