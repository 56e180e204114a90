import { useCallback } from 'react';
import type { Diagnostic } from '../../../protocol/events/events.ts';
import { useSession } from '../../session/SessionProvider.tsx';
import { useWorkspace, useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { hasDependency, missingCrate, withDependency } from './missingCrate.ts';

/** Something that mends a problem, and what it says it does. */
export interface Remedy {
  name: string;
  perform(): void;
}

const manifestPath = 'Cargo.toml';

/** Of a compiler error: the way to add the crate that it misses; null where none is missing, or not offered here. */
export function useAddCrate(): (diagnostic: Diagnostic) => Remedy | null {
  const store = useWorkspaceStore();
  const manifest = useWorkspace((state) => state.files[manifestPath]);
  const offered = useSession((state) => state.versions?.crates);
  return useCallback(
    (diagnostic) => {
      if (manifest === undefined || !offered) return null;
      const crate = missingCrate(diagnostic, offered);
      if (!crate || hasDependency(manifest, crate.name)) return null;
      return {
        name: `Add ${crate.name} ${crate.version} to Cargo.toml`,
        perform: () => store.getState().edit(manifestPath, withDependency(manifest, crate)),
      };
    },
    [store, manifest, offered],
  );
}
