import { z } from 'zod';
import { filePathProblem } from '../../../protocol/filePath.ts';
import { pgrxRelease } from '../../../protocol/project.ts';
import { snippetId } from '../../../protocol/snippet.ts';
import type { WorkspaceContent } from '../workspaceState.ts';

/** The shape of a kept draft. A change that older text does not fit raises it, and `parseDraft` learns to read both. */
const draftVersion = 1;

const draft = z.object({
  version: z.literal(draftVersion),
  savedAt: z.number(),
  // No sizes are checked: a draft that has grown too large to run is work all the same.
  files: z.record(
    z.string().refine((path) => filePathProblem(path) === null),
    z.string(),
  ),
  sql: z.string(),
  postgres: z.int().nullable(),
  /** Drafts of before there was a choice have none. */
  pgrx: pgrxRelease.nullable().catch(null),
  title: z.string(),
  active: z.string(),
  /** Drafts of before there were links have none. */
  parent: snippetId.nullable().catch(null),
});

export interface Draft {
  savedAt: number;
  content: WorkspaceContent;
}

/** A draft as it was kept, or null where it is no such text: written by a newer page, cut off, or tampered with. */
export function parseDraft(text: string): Draft | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = draft.safeParse(json);
  if (!parsed.success) return null;
  const { savedAt, files, sql, postgres, pgrx, title, active, parent } = parsed.data;
  const first = Object.keys(files)[0];
  if (first === undefined) return null;
  const shown = active in files ? active : first;
  return { savedAt, content: { files, sql, postgres, pgrx, title, active: shown, parent } };
}

export function formatDraft({ content, savedAt }: Draft): string {
  const { files, sql, postgres, pgrx, title, active, parent } = content;
  const kept = { files, sql, postgres, pgrx, title, active, parent };
  return JSON.stringify({ version: draftVersion, savedAt, ...kept });
}
