import { useMemo } from 'react';
import type { Action } from '../../page/action.ts';
import { useFormatFirst } from '../../typing/useFormatFirst.ts';
import type { CopyForm } from '../copy/copyAs.ts';
import { openShare } from './shareStore.ts';
import { useCopyAs } from './useCopyAs.ts';

const copyNames: Record<CopyForm, string> = {
  whole: 'Copy link that contains the code',
  markdown: 'Copy as Markdown with results',
  html: 'Copy as runnable HTML',
  iframe: 'Copy as iframe',
};

/** What can be done with links. */
export function useShareActions(): Action[] {
  const copyAs = useCopyAs(null);
  const formatFirst = useFormatFirst();
  return useMemo(() => shareActions(copyAs, formatFirst), [copyAs, formatFirst]);
}

function shareActions(copyAs: (form: CopyForm) => Promise<void>, before: () => Promise<void>): Action[] {
  const group = 'Share';
  return [
    {
      id: 'share',
      name: 'Share',
      keys: 'Mod+S',
      group,
      perform: () => void before().then(() => openShare('share')),
    },
    { id: 'links', name: 'My links', group, perform: () => openShare('links') },
    ...Object.entries(copyNames).map(
      ([form, name]): Action => ({
        id: `copy-${form}`,
        name,
        ...(form === 'whole' && { inMenu: true }),
        group,
        perform() {
          // The panel says what was copied.
          openShare('share');
          void copyAs(form as CopyForm);
        },
      }),
    ),
  ];
}
