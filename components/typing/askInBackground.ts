import type { StoreApi } from 'zustand/vanilla';
import type { RunMode } from '../../protocol/project.ts';
import { isRunning } from '../session/state/isRunning.ts';
import type { RunRecord, SessionState } from '../session/state/sessionState.ts';
import type { WorkspaceStore } from '../workspace/createWorkspaceStore.ts';
import { toRunRequest } from '../workspace/toRunRequest.ts';
import { useTyping } from './typingStore.ts';

/** Asks for something that a person waits for beside their run; resolves to its end, or to null with a note that says why. */
export async function askInBackground(
  workspace: WorkspaceStore,
  session: StoreApi<SessionState>,
  mode: RunMode,
  name: string,
): Promise<RunRecord | null> {
  const not = (why: string) => {
    useTyping.setState({ note: `${name}: ${why}` });
    return null;
  };
  const answer = toRunRequest(workspace.getState());
  if (!answer.ok) return not(answer.error);
  if (isRunning(session.getState())) return not('a run is in progress. Try again when it finishes.');
  useTyping.setState({ note: null });
  if (!session.getState().runInBackground({ ...answer.value, sql: '', mode }))
    return not('the server can’t be reached.');
  const id = session.getState().background?.id;
  const record = await new Promise<RunRecord | null>((resolve) => {
    const stop = session.subscribe(({ background }) => {
      if (background?.id === id && !background?.done) return;
      stop();
      resolve(background?.id === id ? background : null);
    });
  });
  if (!record?.done) return not('another action took precedence. Try again.');
  const { outcome, message } = record.done;
  const limit = record.events.find((event) => event.type === 'limit');
  if (outcome === 'cancelled') return not('stopped because another action took precedence.');
  if (outcome === 'limited' && limit) return not(limit.message);
  if (outcome === 'unavailable') return not(message ?? 'the server couldn’t do it.');
  return record;
}
