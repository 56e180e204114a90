import { useMemo } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { type PgrxChoice, pgrxChoice } from './pgrxChoice.ts';

/** What there is to choose from, and which pgrx Run uses; null before the server has said it. */
export function usePgrxChoice(): PgrxChoice | null {
  const versions = useSession((state) => state.versions);
  const chosen = useWorkspace((state) => state.pgrx);
  const manifest = useWorkspace((state) => state.files['Cargo.toml'] ?? '');
  return useMemo(
    () => versions && pgrxChoice(versions, { 'Cargo.toml': manifest }, chosen),
    [versions, manifest, chosen],
  );
}
