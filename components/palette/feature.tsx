'use client';
import { useMemo } from 'react';
import type { Action } from '../page/action.ts';
import { useActions } from '../page/FeaturesProvider.tsx';
import type { Feature } from '../page/feature.ts';
import { useLayout } from '../page/layoutStore.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ShortcutList } from './ShortcutList.tsx';

/** All actions by their names, and their shortcuts. */
export const palette: Feature = {
  id: 'palette',
  parts: { overlay: Dialogs },
  useActions: usePaletteActions,
};

const show = (dialog: 'palette' | 'shortcuts' | null) => () => useLayout.setState({ dialog });
const closeDialog = show(null);

function Dialogs() {
  const actions = useActions();
  const dialog = useLayout((state) => state.dialog);
  return (
    <>
      {dialog === 'palette' && <CommandPalette onClose={closeDialog} actions={actions} />}
      <ShortcutList open={dialog === 'shortcuts'} onClose={closeDialog} actions={actions} />
    </>
  );
}

function usePaletteActions(): Action[] {
  return useMemo(() => {
    const group = 'View';
    return [
      { id: 'palette', name: 'Commands', keys: 'Mod+K', group, inMenu: true, perform: show('palette') },
      {
        id: 'shortcuts',
        name: 'Keyboard shortcuts',
        keys: '?',
        group,
        inMenu: true,
        perform: show('shortcuts'),
      },
    ];
  }, []);
}
