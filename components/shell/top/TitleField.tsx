'use client';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/** The project's title, which is the browser tab's as well. */
export function TitleField() {
  const title = useWorkspace((state) => state.title);
  const setTitle = useWorkspace((state) => state.setTitle);
  return (
    <>
      <title>{title ? `${title} – pgrx playground` : 'pgrx playground'}</title>
      <input
        aria-label="Title"
        value={title}
        placeholder="Untitled"
        spellCheck={false}
        onChange={(event) => setTitle(event.target.value)}
        className="field-sizing-content min-w-16 max-w-[28ch] truncate rounded border border-transparent bg-transparent px-1.5 text-muted placeholder:text-faint hover:border-line focus:border-line-strong focus:bg-pane focus:text-ink phone:w-full phone:max-w-none phone:flex-1"
      />
    </>
  );
}
