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
            ? 'Nothing runs until you press Run. Editing creates your own draft.'
            : 'Your changes are saved in this tab.')}
      </p>
    </section>
  );
}

function wordsOf(opened: Exclude<Opened, { kind: 'none' }>): string {
  if (opened.kind === 'fetching') return 'Fetching the file named in the address…';
  if (opened.kind === 'failed') return `${opened.message} Your previous code is shown instead.`;
  return opened.from === null
    ? 'Opened from a link that contains the code; nothing is stored on the server. '
    : `Opened from ${opened.from}. `;
}
