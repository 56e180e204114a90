'use client';
import { isUnedited } from '../../workspace/isUnedited.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import { type Opened, useOpened } from './openedStore.ts';

/** Where the page's address holds a project or names a file: what that means, or why it could not be opened. */
export function OpenedBar() {
  const opened = useOpened((state) => state.opened);
  const unedited = useWorkspace(isUnedited);
  if (opened.kind === 'none') return null;
  return (
    <section aria-label="About this link" className="shrink-0 border-line border-b px-3 py-1.5 text-muted">
      <p
        role={opened.kind === 'failed' ? 'alert' : 'status'}
        className={`[overflow-wrap:anywhere] ${opened.kind === 'failed' ? 'text-warn' : ''}`}
      >
        {wordsOf(opened)}
        {opened.kind === 'opened' &&
          (unedited
            ? 'Nothing of it runs before you press Run, and an edit begins a draft of your own.'
            : 'What you change is kept in this tab.')}
      </p>
    </section>
  );
}

function wordsOf(opened: Exclude<Opened, { kind: 'none' }>): string {
  if (opened.kind === 'fetching') return 'Fetching the file that the address names.';
  if (opened.kind === 'failed') return `${opened.message} You see what you had here before.`;
  return opened.from === null
    ? 'Opened from an address that holds all of it; the server keeps nothing. '
    : `Opened from ${opened.from}. `;
}
