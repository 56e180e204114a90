'use client';
import { TextButton } from '../ui/TextButton.tsx';
import { useArchive } from './archiveStore.ts';

/** What became of an import, while that is worth a word. */
export function ArchiveNote() {
  const { reading, note } = useArchive();
  if (reading)
    return (
      <span role="status" className="appear-late">
        Reading files…
      </span>
    );
  if (!note) return null;
  return (
    <span role="status" className={`flex min-w-0 gap-2 ${note.problem ? 'font-medium text-warn' : ''}`}>
      <span className="truncate" title={note.text}>
        {note.text}
      </span>
      <TextButton onClick={() => useArchive.setState({ note: null })}>Dismiss</TextButton>
    </span>
  );
}
