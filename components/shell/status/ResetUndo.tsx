'use client';
import { TextButton } from '../../ui/TextButton.tsx';
import { useWorkspace, useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';

/** The way back from the starter, as long as nothing was typed into it; after that the palette still has it. */
export function ResetUndo() {
  const workspace = useWorkspaceStore();
  const offered = useWorkspace(
    ({ beforeReset, files, sql, starter }) =>
      beforeReset !== null && files === starter.files && sql === starter.sql,
  );
  const title = useWorkspace((state) => state.starter.title);
  const imported = useWorkspace((state) => state.starter.imported);
  if (!offered) return null;
  return (
    <span role="status">
      {imported ? 'Imported' : title ? `Opened “${title}”` : 'Reset to starter'} ·{' '}
      <TextButton onClick={() => workspace.getState().undoReset()}>Undo</TextButton>
    </span>
  );
}
