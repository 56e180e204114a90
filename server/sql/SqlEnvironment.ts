import type { Sandbox, SandboxPort } from '../ports/sandboxPort.ts';
import type { ConnectionCarrier } from './dial/ConnectionCarrier.ts';
import type { SqlLimits } from './sqlLimits.ts';

/** What every step of the SQL of one run works with. */
export interface SqlEnvironment {
  port: SandboxPort;
  sandbox: Sandbox;
  limits: SqlLimits;
  /** Another database than the person's own. */
  database?: string;
  /** Carries the connections, one after another. */
  series?: ConnectionCarrier;
  /** Aborts on cancel and when the session ends. */
  signal: AbortSignal;
}
