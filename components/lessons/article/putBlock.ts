import { scriptDocument } from '../../workspace/documents.ts';
import type { WorkspaceState } from '../../workspace/workspaceState.ts';
import type { BlockInText } from './blockInText.ts';

type Target = NonNullable<BlockInText['target']>;

/** The documents of a workspace that a block can go to. */
type Documents = Pick<WorkspaceState, 'files' | 'sql'>;

/** Whether the document has the block already: put there twice, a function would not compile. */
export function hasBlock({ files, sql }: Documents, text: string, target: Target): boolean {
  const now = target.document === scriptDocument ? sql : (files[target.document] ?? '');
  return target.how === 'append' ? now.includes(text.trim()) : now.trim() === text.trim();
}

/** The document with the block put where it belongs. */
export function withBlock({ files, sql }: Documents, text: string, target: Target): string {
  if (target.how === 'replace') return `${text}\n`;
  const isScript = target.document === scriptDocument;
  const now = (isScript ? sql : (files[target.document] ?? '')).trimEnd();
  return now === '' ? `${text}\n` : `${now}\n${isScript ? '' : '\n'}${text}\n`;
}

/** Puts a block into the workspace; a rule that forbids it is returned in words. */
export function putBlock(state: WorkspaceState, text: string, target: Target): string | null {
  const next = withBlock(state, text, target);
  if (target.document === scriptDocument) state.setSql(next);
  else if (target.document in state.files) {
    state.edit(target.document, next);
    state.open(target.document);
  } else return state.add(target.document, next)?.message ?? null;
  return null;
}
