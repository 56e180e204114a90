import type { StoreApi } from 'zustand/vanilla';
import { diagnosticsOf } from '../session/state/runParts.ts';
import type { SessionState } from '../session/state/sessionState.ts';
import { countOf } from '../ui/format/countOf.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { askInBackground } from './askInBackground.ts';
import { useTyping } from './typingStore.ts';

/** Asks clippy; what it says stands among the problems until a run. */
export async function lintFiles(workspace: WorkspaceStore, session: StoreApi<SessionState>): Promise<void> {
  const record = await askInBackground(workspace, session, 'lint', 'Not linted');
  if (!record) return;
  const found = diagnosticsOf(record.events).length;
  useTyping.setState({
    note: found === 0 ? 'Clippy found no problems' : `Clippy: ${countOf(found, 'problem')}`,
  });
}
