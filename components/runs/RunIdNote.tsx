'use client';
import { TextButton } from '../ui/TextButton.tsx';
import { useRunId } from './runIdStore.ts';

/** Says that a run's ID was copied, or shows it where the browser refuses to copy. */
export function RunIdNote() {
  const note = useRunId((state) => state.note);
  if (!note) return null;
  return (
    <span role="status" className="flex min-w-0 gap-2">
      <span className="truncate" title="The operator of this server finds the run in its log by this ID">
        {note.copied ? (
          <>
            Copied<span className="phone:hidden"> run ID {note.id}</span>
          </>
        ) : (
          `Run ID: ${note.id}`
        )}
      </span>
      <TextButton onClick={() => useRunId.setState({ note: null })}>Dismiss</TextButton>
    </span>
  );
}
