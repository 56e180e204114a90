/** What the results lead to. */
export interface ResultActions {
  /** Shows a place in a file of the project. */
  onReveal(file: string, line: number, column: number): void;
  /** Shows a place in the script, by its UTF-16 offset. */
  onRevealSql(offset: number): void;
  onShowGeneratedSql(): void;
  onShowBuildLog(): void;
  onShowProblems(): void;
  /** Where nothing can be restarted, as in a recorded result, it is missing. */
  onRestartPostgres?(): void;
}
