import { z } from 'zod';
import { browserStorage } from '../../browser/browserStorage.ts';
import { DraftShelf } from '../../workspace/draft/DraftShelf.ts';
import type { DraftProblem } from '../../workspace/draft/draftProblem.ts';
import { tabKey } from '../../workspace/draft/earlyDraft.ts';
import { newTabId } from '../../workspace/draft/newTabId.ts';
import { sameProject } from '../../workspace/sameProject.ts';
import type { WorkspaceContent } from '../../workspace/workspaceState.ts';
import { lessonHref } from '../catalogue/lessonHref.ts';

const takenKey = 'pgrx-playground:taken';

const taken = z.object({
  /** The draft that was made, and the one that the tab had before. */
  tab: z.string(),
  before: z.string().nullable(),
  href: z.string().startsWith('/learn/'),
  title: z.string(),
});

export type Taken = z.infer<typeof taken>;

/**
 * Makes a draft of its own of a lesson's code, and has this tab's playground begin with it. The tab's draft before it is
 * not touched. Where the code is still what was taken the last time, that draft is used again.
 */
export function takeToPlayground(
  { files, sql, postgres, pgrx, title, active, parent }: WorkspaceContent,
  lesson: { name: string; title: string },
): DraftProblem | null {
  const local = browserStorage('local');
  const session = browserStorage('session');
  if (!local || !session) return blocked;
  const content = { files, sql, postgres, pgrx, title, active, parent };
  const shelf = new DraftShelf(local);
  const last = readTaken(session);
  const before =
    last?.tab === session.getItem(tabKey(null)) ? (last?.before ?? null) : session.getItem(tabKey(null));
  const kept = last ? shelf.read(last.tab) : null;
  const takenBefore = kept?.kind === 'draft' ? kept.draft.content : null;
  const same = takenBefore !== null && takenBefore.title === title && sameProject(takenBefore, content);
  const tab = last && same ? last.tab : newTabId();
  const problem = shelf.write(tab, { content, savedAt: Date.now() });
  if (problem) return problem;
  const made: Taken = { tab, before, href: lessonHref(lesson.name), title: lesson.title };
  try {
    session.setItem(takenKey, JSON.stringify(made));
    session.setItem(tabKey(null), tab);
  } catch {
    return blocked;
  }
  return null;
}

/** What the tab's playground has of a lesson; null where its draft is another. */
export function takenHere(): Taken | null {
  const session = browserStorage('session');
  const made = session && readTaken(session);
  return made && made.tab === session.getItem(tabKey(null)) ? made : null;
}

/** Has the tab's playground begin with the draft that it had before, at the next load. */
export function giveBack({ before }: Taken): void {
  const session = browserStorage('session');
  session?.removeItem(takenKey);
  if (before === null) session?.removeItem(tabKey(null));
  else session?.setItem(tabKey(null), before);
}

function readTaken(session: Storage): Taken | null {
  try {
    return taken.safeParse(JSON.parse(session.getItem(takenKey) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

const blocked: DraftProblem = {
  kind: 'blocked',
  message:
    'The browser doesn’t let this site store data, so the code can’t be opened in the playground. Copy it instead.',
};
