'use client';
import { useEffect, useState } from 'react';
import { contentInLocation } from '../../workspace/draft/earlyDraft.ts';
import type { Starter } from '../../workspace/starter.ts';
import { useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { type OpenedContent, type OpenedPart, openedContent } from './openedContent.ts';
import { useOpened } from './openedStore.ts';

/**
 * Opens the project that the page's address holds after its `#`, or names as `?src=`, in place of the starter. Gives the
 * name under which the tab keeps what is made of it, so that no other draft is touched; null where the address has none, and
 * undefined until that is known. `link` is that of a link's page, which shows nothing else.
 */
export function useOpenedContent(link: string | null): string | null | undefined {
  const workspace = useWorkspaceStore();
  const [name, setName] = useState<string | null | undefined>(link ?? undefined);
  useEffect(() => {
    if (link !== null) return;
    const ending = new AbortController();
    const open = (found: OpenedContent) => {
      if (ending.signal.aborted) return;
      if (found.kind === 'failed') useOpened.setState({ opened: found });
      if (found.kind !== 'content') return setName(null);
      const { starter, keeping, reset } = workspace.getState();
      // Mounted a second time, it finds what it has opened, or what was made of it.
      if (keeping === 'loading') reset(contentStarter(found.content, starter));
      workspace.setState({ beforeReset: null });
      useOpened.setState({ opened: { kind: 'opened', from: found.from } });
      setName(found.name);
    };
    const found = openedContent(new URL(location.href), ending.signal);
    if ('kind' in found) open(found);
    else {
      useOpened.setState({ opened: { kind: 'fetching' } });
      found.then(open);
    }
    // Another such address in the bar of this page loads nothing by itself.
    const changed = () => {
      if (contentInLocation.test(location.hash)) location.reload();
    };
    addEventListener('hashchange', changed, { signal: ending.signal });
    return () => ending.abort();
  }, [workspace, link]);
  return name;
}

/** What a draft begins with that is made from an address; a crate without a manifest gets what the starter has. */
function contentStarter({ files, sql, title, postgres }: OpenedPart, starter: Starter): Starter {
  return {
    files: 'Cargo.toml' in files ? files : { ...starter.files, ...files },
    sql,
    title,
    ...(postgres === undefined ? {} : { postgres }),
  };
}
