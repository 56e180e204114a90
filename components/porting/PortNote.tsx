'use client';
import { useLayout } from '../page/layoutStore.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';

/** That the project was ported, with the way back, until something is changed. */
export function PortNote() {
  const workspace = useWorkspaceStore();
  const pgrx = useSession((state) => state.versions?.pgrx ?? '');
  const isPorted = useWorkspace(({ beforeReplace, files }) => beforeReplace?.made === files);
  if (!isPorted) return null;
  return (
    <span role="status">
      Ported to pgrx {pgrx} ·{' '}
      <TextButton onClick={() => useLayout.setState({ dialog: 'port' })}>What’s left</TextButton> ·{' '}
      <TextButton onClick={() => workspace.getState().undoReplace()}>Undo</TextButton>
    </span>
  );
}
