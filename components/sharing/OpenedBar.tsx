'use client';
import { isUnedited } from '../workspace/isUnedited.ts';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import { useOpened } from './openedStore.ts';

/** Where the page's address holds a project: what that means, or why it could not be opened. */
export function OpenedBar() {
  const opened = useOpened((state) => state.opened);
  const unedited = useWorkspace(isUnedited);
  if (opened.kind === 'none') return null;
  return (
    <section aria-label="About this link" className="shrink-0 border-line border-b px-3 py-1.5 text-muted">
      {opened.kind === 'failed' ? (
        <p role="alert" className="text-warn">
          {opened.message} You see what you had here before.
        </p>
      ) : (
        <p>
          Opened from an address that holds all of it; the server keeps nothing.{' '}
          {unedited
            ? 'Nothing of it runs before you press Run, and an edit begins a draft of your own.'
            : 'What you change is kept in this tab.'}
        </p>
      )}
    </section>
  );
}
