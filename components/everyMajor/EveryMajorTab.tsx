'use client';
import { useSession } from '../session/SessionProvider.tsx';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { EveryMajorPane } from './EveryMajorPane.tsx';
import { LoadElsewhere } from './LoadElsewhere.tsx';
import { useLoadElsewhere } from './useLoadElsewhere.ts';
import { useRunEveryMajor } from './useRunEveryMajor.ts';

/** The runs on every Postgres, and the library for one of them in another, in the bottom panel. */
export function EveryMajorTab() {
  const versions = useSession((state) => state.versions);
  const chosen = useWorkspace((state) => state.postgres);
  const onLoad = useLoadElsewhere();
  return (
    <>
      <EveryMajorPane onRun={useRunEveryMajor()} />
      <LoadElsewhere postgres={versions?.postgres ?? []} chosen={chosen} onLoad={onLoad} />
    </>
  );
}
