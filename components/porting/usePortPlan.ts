import { useEffect, useState } from 'react';
import type { Finding } from '../../porting/Finding.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { usePostgresChoice } from '../page/usePostgresChoice.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { type FileChange, fileChanges } from './fileChanges.ts';

/** What porting the project on the page would do. */
export interface PortPlan {
  files: ProjectFiles;
  changes: FileChange[];
  findings: Finding[];
}

/** Null until it is known; `failed` where the part of the page that knows it could not be loaded. */
export function usePortPlan(): PortPlan | 'failed' | null {
  const files = useWorkspace((state) => state.files);
  const versions = useSession((state) => state.versions);
  const postgres = usePostgresChoice()?.current?.major ?? null;
  const [plan, setPlan] = useState<PortPlan | 'failed' | null>(null);
  useEffect(() => {
    if (!versions || postgres === null) return;
    let isMeant = true;
    // The rules and the parser are for few visits: they are not loaded with the page.
    import('../../porting/portProject.ts').then(
      ({ portProject }) => {
        if (!isMeant) return;
        const { pgrx, crates } = versions;
        const ported = portProject(files, { pgrx, crates, postgres });
        setPlan({ ...ported, changes: fileChanges(files, ported.files) });
      },
      () => isMeant && setPlan('failed'),
    );
    return () => {
      isMeant = false;
    };
  }, [files, versions, postgres]);
  return plan;
}
