import type { WorkspaceStore } from '../createWorkspaceStore.ts';
import { isUnedited } from '../isUnedited.ts';
import type { WorkspaceContent } from '../workspaceState.ts';
import type { DraftShelf } from './DraftShelf.ts';

/** From a key press to the draft at most; short enough that nobody sees it, long enough for a burst of typing. */
const keepAfterMs = 300;

const kept = [
  'files',
  'sql',
  'postgres',
  'pgrx',
  'title',
  'active',
  'parent',
] as const satisfies (keyof WorkspaceContent)[];

export interface DraftKeeper {
  /** Writes now what has not been written yet. */
  flush(): void;
  stop(): void;
}

/**
 * Keeps the workspace's content in a draft from its first edit on, until `stop`, which writes what is still unwritten.
 * What is only looked at makes no draft: a browser keeps few, and each new one may cost the oldest.
 */
export function keepDraft(store: WorkspaceStore, shelf: DraftShelf, tab: string): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    const state = store.getState();
    const problem = shelf.write(tab, { content: state, savedAt: Date.now() });
    if (problem) store.setState({ keeping: 'failed', draftProblem: problem });
    else
      store.setState({
        keeping: 'kept',
        // A draft that was broken stays told until it is dismissed; room that is there again need not be.
        draftProblem: state.draftProblem?.kind === 'full' ? null : state.draftProblem,
      });
  }

  function schedule(): void {
    timer ??= setTimeout(write, keepAfterMs);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (kept.every((key) => state[key] === before[key])) return;
    if (state.keeping === 'unedited' && isUnedited(state)) return;
    if (state.keeping !== 'pending') store.setState({ keeping: 'pending' });
    schedule();
  });
  if (store.getState().keeping === 'pending') schedule();

  const flush = () => {
    if (timer !== undefined) write();
  };
  return {
    flush,
    stop() {
      unsubscribe();
      flush();
    },
  };
}
