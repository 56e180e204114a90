import type { Action } from '../palette/action.ts';
import { openShare } from '../sharing/shareStore.ts';

/** What can be done with links. */
export function shareActions(): Action[] {
  const group = 'Share';
  return [
    { id: 'share', name: 'Share', keys: 'Mod+S', group, perform: () => openShare('share') },
    { id: 'links', name: 'My links', group, perform: () => openShare('links') },
  ];
}
