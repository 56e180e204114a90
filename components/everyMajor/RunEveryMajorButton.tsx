'use client';
import { Columns3 } from 'lucide-react';
import { usePgrxChoice } from '../page/usePgrxChoice.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useEveryMajor } from './everyMajorStore.ts';
import { useRunEveryMajor } from './useRunEveryMajor.ts';

/** Beside the choice of one Postgres: all of them. Not there where the server has only one. */
export function RunEveryMajorButton() {
  const several = (usePgrxChoice()?.versions.postgres.length ?? 0) > 1;
  const running = useEveryMajor((state) => state.running);
  const run = useRunEveryMajor();
  if (!several) return null;
  return (
    <IconButton
      icon={Columns3}
      label="Compile and run on all Postgres versions"
      disabled={running}
      onClick={run}
    />
  );
}
