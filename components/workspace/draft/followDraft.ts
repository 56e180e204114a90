import type { WorkspaceStore } from '../createWorkspaceStore.ts';
import { sameProject } from '../sameProject.ts';
import type { DraftKind } from './DraftShelf.ts';
import { parseDraft } from './draft.ts';

/** Takes over what another tab writes into the same draft, until the function that it returns is called. */
export function followDraft(store: WorkspaceStore, { prefix }: DraftKind, name: string): () => void {
  const ending = new AbortController();
  const listen = ({ key, newValue }: StorageEvent) => {
    const draft = key === prefix + name && newValue !== null ? parseDraft(newValue) : null;
    if (!draft) return;
    const { active, ...shown } = store.getState();
    const { content } = draft;
    // What this tab has already is what it wrote itself, or took: to take it again would make the two write in turn.
    if (shown.title === content.title && sameProject(shown, content)) return;
    store.setState({ ...content, active: active in content.files ? active : content.active });
  };
  addEventListener('storage', listen, { signal: ending.signal });
  return () => ending.abort();
}
