'use client';
import { useMemo } from 'react';
import { useResultActions } from '../results/useResultActions.ts';
import { ConnectionsPane } from './ConnectionsPane.tsx';

/** The connections in the bottom panel. What is run there is no part of the script, so nothing leads into it. */
export function ConnectionsTab() {
  const actions = useResultActions('');
  const apart = useMemo(() => ({ ...actions, onRevealSql: () => {} }), [actions]);
  return <ConnectionsPane actions={apart} />;
}
