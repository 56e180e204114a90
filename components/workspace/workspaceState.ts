import type { ProjectFiles } from '../../protocol/project.ts';
import type { DraftProblem } from './draft/draftProblem.ts';
import type { FileProblem } from './fileRules.ts';
import type { Starter } from './starter.ts';

/** A place that an editor is asked to show. Each asking has a number of its own, so that the same place can be asked for again. */
export interface Reveal {
  document: string;
  line: number;
  column: number;
  request: number;
}

/** The text of a project as it is kept, shared, and sent. */
export interface WorkspaceContent {
  files: ProjectFiles;
  sql: string;
  /** The Postgres major that was chosen; null is the server's default. */
  postgres: number | null;
  /** The pgrx that was chosen for a project whose Cargo.toml names none; null is the server's default. */
  pgrx: string | null;
  title: string;
  /** The path of the file that the code editor shows. */
  active: string;
  /** The link that this was made from or last shared under; null where there is none. */
  parent: string | null;
}

export interface WorkspaceData extends WorkspaceContent {
  starter: Starter;
  /** The file that was removed last, while its removal can be undone. */
  removed: { path: string; text: string } | null;
  /** What was there before the last `reset`, while that can be undone. */
  beforeReset: WorkspaceContent | null;
  /** What was there before the last `replaceFiles`, and what it made, while that can be undone. */
  beforeReplace: (Pick<WorkspaceContent, 'files' | 'active'> & { made: ProjectFiles }) | null;
  reveal: Reveal | null;
  /** Where the caret was last in a file; the script is no file. */
  caret: { document: string; line: number } | null;
  /**
   * Whether the draft in this browser has all that is on the screen. `loading` until the draft was looked for; `unedited`
   * where there is none, since what was opened has not been changed.
   */
  keeping: 'loading' | 'unedited' | 'pending' | 'kept' | 'failed';
  draftProblem: DraftProblem | null;
}

/** Changes that a rule forbids are not made: the rule that was broken is returned, and null where all went well. */
export interface WorkspaceActions {
  edit(path: string, text: string): void;
  setSql(sql: string): void;
  setPostgres(major: number | null): void;
  /** Chooses a release of pgrx: in Cargo.toml where it names one. */
  setPgrx(release: string): void;
  setTitle(title: string): void;
  /** It has been shared: what becomes of it is made from that link. */
  setParent(link: string): void;
  open(path: string): void;
  add(path: string, text?: string): FileProblem | null;
  rename(from: string, to: string): FileProblem | null;
  remove(path: string): FileProblem | null;
  undoRemove(): FileProblem | null;
  /** Begins again with the starter, or with another, on the Postgres that was chosen. */
  reset(starter?: Starter): void;
  undoReset(): void;
  /** Puts other files in the place of all, in one step. */
  replaceFiles(files: ProjectFiles): void;
  /** Takes that back, if nothing was changed since. */
  undoReplace(): void;
  /** Shows a place in a file, or in the script where `document` is `scriptDocument`; a file that is not there is ignored. */
  revealAt(document: string, line: number, column: number): void;
  moveCaret(document: string, line: number): void;
  dismissDraftProblem(): void;
}

export type WorkspaceState = WorkspaceData & WorkspaceActions;
