'use client';
import { useEffect, useState } from 'react';
import { contentInLocation } from '../workspace/earlyDraft.ts';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { contentInFragment } from './contentLink.ts';
import { contentStarter } from './contentStarter.ts';
import { useOpened } from './openedStore.ts';
import { textName } from './textName.ts';

/**
 * Opens the project that the page's address holds after its `#`, if it does, in place of the starter. Gives the name under
 * which the tab keeps what is made of it, so that no other draft is touched; null where the address holds none, and
 * undefined until that is known. `link` is that of a link's page, which shows nothing else.
 */
export function useOpenedContent(link: string | null): string | null | undefined {
  const workspace = useWorkspaceStore();
  const [name, setName] = useState<string | null | undefined>(link ?? undefined);
  useEffect(() => {
    if (link !== null) return;
    const fragment = location.hash.slice(1);
    const held = contentInFragment(fragment);
    if (held.kind === 'content') {
      const { starter, keeping, reset } = workspace.getState();
      // Mounted a second time, it finds what it has opened, or what was made of it.
      if (keeping === 'loading') reset(contentStarter(held.content, starter));
      workspace.setState({ beforeReset: null });
      useOpened.setState({ opened: { kind: 'opened' } });
      setName(`v1:${textName(fragment)}`);
    } else {
      if (held.kind === 'refused') useOpened.setState({ opened: { kind: 'failed', message: held.message } });
      setName(null);
    }
    // Another such address in the bar of this page loads nothing by itself.
    const changed = () => {
      if (contentInLocation.test(location.hash)) location.reload();
    };
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, [workspace, link]);
  return name;
}
