import type { Action } from '../page/action.ts';

/** What the results lead to. */
export interface ResultActions {
  /** Shows a place in a file of the project. */
  onReveal(file: string, line: number, column: number): void;
  /** Shows a place in the script, by its UTF-16 offset. */
  onRevealSql(offset: number): void;
  onShowGeneratedSql(): void;
  onShowBuildLog(): void;
  onShowProblems(): void;
  /** What mends all diagnostics of a code at once; absent where nothing can be changed. */
  mending?(code: string | null): Action | null;
}
