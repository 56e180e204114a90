'use client';
import { usePgrxChoice } from '../page/usePgrxChoice.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { EveryMajorPane } from './EveryMajorPane.tsx';
import { LoadElsewhere } from './LoadElsewhere.tsx';
import { useLoadElsewhere } from './useLoadElsewhere.ts';
import { useRunEveryMajor } from './useRunEveryMajor.ts';

/** The runs on every Postgres, and the library for one of them in another, in the bottom panel. */
export function EveryMajorTab() {
  const pgrx = usePgrxChoice();
  const chosen = useWorkspace((state) => state.postgres);
  const onLoad = useLoadElsewhere();
  return (
    <>
      <EveryMajorPane onRun={useRunEveryMajor()} />
      <LoadElsewhere postgres={pgrx?.versions.postgres ?? []} chosen={chosen} onLoad={onLoad} />
    </>
  );
}
