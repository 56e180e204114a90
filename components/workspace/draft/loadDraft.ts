import { isUnedited } from '../isUnedited.ts';
import type { WorkspaceContent, WorkspaceData } from '../workspaceState.ts';
import type { DraftShelf } from './DraftShelf.ts';
import type { DraftProblem } from './draftProblem.ts';
import type { TabClaim } from './tabClaim.ts';

type Loaded = Pick<WorkspaceData, 'keeping' | 'draftProblem'> & Partial<WorkspaceContent>;

/**
 * What the workspace takes over from the kept drafts. What was typed before they were looked at stands: where it was
 * not typed into the draft itself (`typedInDraft`, see earlyDraft.ts), the draft is first copied to `spareTab`.
 */
export function loadDraft(options: {
  shelf: DraftShelf;
  tab: TabClaim;
  state: WorkspaceData;
  typedInDraft: boolean;
  spareTab: string;
}): Loaded {
  const { shelf, tab, state, typedInDraft, spareTab } = options;
  const found = shelf.read(tab.copyOf ?? tab.id);
  if (found.kind === 'none')
    return { keeping: isUnedited(state) ? 'unedited' : 'pending', draftProblem: null };
  if (found.kind === 'broken') return { keeping: 'kept', draftProblem: broken };
  const { content } = found.draft;
  const typed = typedOver(state);
  if (!typed) return { ...content, keeping: 'kept', draftProblem: null };
  const spared = typedInDraft ? null : shelf.write(spareTab, found.draft);
  const { files, ...rest } = typed;
  return {
    ...content,
    ...rest,
    files: { ...content.files, ...files },
    keeping: 'pending',
    draftProblem: spared,
  };
}

/** The texts that differ from the starter's, or null where none does. */
function typedOver({
  files,
  sql,
  starter,
}: WorkspaceData): (Pick<WorkspaceContent, 'files'> & { sql?: string }) | null {
  const changed = Object.entries(files).filter(([path, text]) => starter.files[path] !== text);
  if (changed.length === 0 && sql === starter.sql) return null;
  return { files: Object.fromEntries(changed), ...(sql === starter.sql ? {} : { sql }) };
}

const broken: DraftProblem = {
  kind: 'broken',
  message:
    'The saved draft couldn’t be read, so the starter is shown. The unreadable draft is still in the browser’s storage, under “pgrx-playground:broken-draft”.',
};
