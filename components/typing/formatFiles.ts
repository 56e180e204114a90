import type { StoreApi } from 'zustand/vanilla';
import { diagnosticsOf } from '../session/state/runParts.ts';
import type { SessionState } from '../session/state/sessionState.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { askInBackground } from './askInBackground.ts';
import { useTyping } from './typingStore.ts';

/** Formats the project's Rust files. A file that was typed in meanwhile is left as it is. */
export async function formatFiles(workspace: WorkspaceStore, session: StoreApi<SessionState>): Promise<void> {
  const record = await askInBackground(workspace, session, 'format', 'Not formatted');
  if (!record) return;
  const [problem] = diagnosticsOf(record.events);
  if (record.done?.outcome !== 'ok') {
    const place = problem?.file ? ` (${problem.file}, line ${problem.line})` : '';
    const note = problem ? `${problem.message}${place}` : (record.done?.message ?? 'Not formatted.');
    useTyping.setState({ note });
    return;
  }
  const formatted = record.events.filter((event) => event.type === 'formatted');
  for (const { file, text } of formatted)
    if (workspace.getState().files[file] === record.request?.files[file])
      workspace.getState().edit(file, text);
  useTyping.setState({ note: formatted.length > 0 ? 'Formatted' : 'Nothing to format' });
}
