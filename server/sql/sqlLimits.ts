/** Times in milliseconds, sizes in bytes, for the SQL of one run. */
export interface SqlLimits {
  /** One statement of the script; then it is interrupted. */
  statementMs: number;
  /** The whole script. */
  scriptMs: number;
  /** CREATE EXTENSION, with DROP EXTENSION before it. */
  extensionMs: number;
  /** From the interrupt, which needs code that looks for it, to the backend's being killed. */
  interruptMs: number;
  /** From dialling to a connection that answers; a Postgres that recovers or starts has this long again. */
  connectMs: number;
  /** A start or restart of Postgres. */
  restartMs: number;
  /** One message from Postgres: a row, a notice. */
  messageBytes: number;
  /** All that one connection may send. A million short rows are 20 MB. */
  connectionBytes: number;
}

export const defaultSqlLimits: SqlLimits = {
  statementMs: 10_000,
  scriptMs: 30_000,
  extensionMs: 15_000,
  interruptMs: 700,
  connectMs: 10_000,
  restartMs: 15_000,
  messageBytes: 8 * 1024 * 1024,
  connectionBytes: 64 * 1024 * 1024,
};
