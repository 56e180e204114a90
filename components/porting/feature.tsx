'use client';
import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import type { Feature } from '../page/feature.ts';
import { useLayout } from '../page/layoutStore.ts';
import { onPlayground, useIsLesson } from '../page/lessonPage.tsx';
import { useSession } from '../session/SessionProvider.tsx';
import { PortDialog } from './PortDialog.tsx';
import { PortNote } from './PortNote.tsx';

/** From another release of pgrx to the one that this server has. */
export const porting: Feature = {
  id: 'porting',
  parts: { overlay: onPlayground(PortDialog), status: onPlayground(PortNote) },
  useActions: usePortActions,
};

function usePortActions(): readonly Action[] {
  const pgrx = useSession((state) => state.versions?.pgrx ?? null);
  const isLesson = useIsLesson();
  return useMemo(() => {
    if (pgrx === null || isLesson) return [];
    const name = `Port to pgrx ${pgrx}`;
    const perform = () => useLayout.setState({ dialog: 'port' });
    return [{ id: 'port', name, group: 'Files', mends: 'old-pgrx', perform }];
  }, [pgrx, isLesson]);
}
