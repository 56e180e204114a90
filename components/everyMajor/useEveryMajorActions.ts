import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import { usePgrxChoice } from '../page/usePgrxChoice.ts';
import { useLoadElsewhere } from './useLoadElsewhere.ts';
import { useRunEveryMajor } from './useRunEveryMajor.ts';

/** Not there where the server has only one Postgres. */
export function useEveryMajorActions(): Action[] {
  const several = (usePgrxChoice()?.versions.postgres.length ?? 0) > 1;
  const run = useRunEveryMajor();
  const loadElsewhere = useLoadElsewhere();
  return useMemo(() => {
    if (!several) return [];
    const group = 'Run';
    return [
      { id: 'runEveryMajor', name: 'Run on all Postgres versions', group, perform: run },
      {
        id: 'loadElsewhere',
        name: 'Load this library into another Postgres',
        group,
        perform: loadElsewhere,
      },
    ];
  }, [several, run, loadElsewhere]);
}
