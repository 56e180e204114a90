import type { Diagnostic } from '../../protocol/events/events.ts';
import type { Action } from '../page/action.ts';
import type { Remedy } from '../page/remedies/useAddCrate.ts';

/** What the results lead to. */
export interface ResultActions {
  /** Shows a place in a file of the project. */
  onReveal(file: string, line: number, column: number): void;
  /** Shows a place in the script, by its UTF-16 offset. */
  onRevealSql(offset: number): void;
  onShowGeneratedSql(): void;
  onShowBuildLog(): void;
  onShowProblems(): void;
  /** Begins the database anew and runs the project once more. */
  onResetAndRun?(): void;
  /** Has each run begin with an empty database, from now on. */
  onUseFreshDatabase?(): void;
  /** What mends a compiler error in one step, if anything does. */
  remedyOf?(diagnostic: Diagnostic): Remedy | null;
  /** Where nothing can be restarted, as in a recorded result, it is missing. */
  onRestartPostgres?(): void;
  /** What mends all diagnostics of a code at once; absent where nothing can be changed. */
  mending?(code: string | null): Action | null;
}
