/** A command behind these words yields to all else in its container: Postgres, terminals, a run. */
export const atLeastPriority: readonly string[] = ['nice', '-n', '19', 'ionice', '-c', '3'];
