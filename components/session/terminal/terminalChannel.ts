/** One piece of psql's output. `offset` counts the UTF-16 code units before it in all that this terminal has put out. */
export interface TerminalOutput {
  offset: number;
  data: string;
}

/** What the terminal's pane needs of the session. */
export interface TerminalChannel {
  /** Opens psql, or shows the one that is open, in this size. */
  open(columns: number, rows: number): void;
  input(data: string): void;
  resize(columns: number, rows: number): void;
  close(): void;
  /** Calls back with what is kept of the output, and then with each piece as it comes. Returns what ends that. */
  subscribe(listener: (output: TerminalOutput) => void): () => void;
}
