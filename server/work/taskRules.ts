/** What a task may take, whoever asks for it. */
export interface TaskRule<Input> {
  /** Then it is given up, and its thread with it. */
  timeoutMs: number;
  /** Whether this input takes some milliseconds at the most, whatever is in it. */
  isSmall(input: Input): boolean;
}

/** A rule for each function of a table whose functions take one argument; both ways, values are cloned. */
export type TaskRules<Tasks> = {
  [Name in keyof Tasks]: Tasks[Name] extends (input: infer Input) => unknown ? TaskRule<Input> : never;
};

export type InputOf<Task> = Task extends (input: infer Input) => unknown ? Input : never;
export type OutputOf<Task> = Task extends (input: never) => infer Output ? Awaited<Output> : never;

/**
 * `time`: it took longer than its rule allows; `busy`: too much waits already, or it waited too long; `failed`: it threw, or
 * used up its thread's memory; `closed`: the pool has been.
 */
export interface WorkFailure {
  kind: 'time' | 'busy' | 'failed' | 'closed';
  message: string;
}

export const closed: WorkFailure = { kind: 'closed', message: 'The server is shutting down.' };
export const busy: WorkFailure = { kind: 'busy', message: 'The server is too busy at the moment.' };
