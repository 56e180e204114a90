import { useCallback } from 'react';
import type { Action } from '../action.ts';
import { useActions } from '../FeaturesProvider.tsx';

/** What, if anything, mends all diagnostics of a code at once. */
export function useMending(): (code: string | null) => Action | null {
  const actions = useActions();
  return useCallback(
    (code) => actions.find(({ mends }) => mends !== undefined && mends === code) ?? null,
    [actions],
  );
}
