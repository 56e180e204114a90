import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Observer } from '../ports/observer.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';

export interface SupplySettings {
  /** The name under which this server's containers are labelled. */
  instance: string;
  /** The Postgres major that the warm ones have; their pgrx is the default. */
  postgres: number;
  /** Containers of all kinds that may be there at once. */
  containers: number;
  /** Started ones that wait for a session. */
  warm: number;
  /** How many are started at the same time; more would only slow each other down. */
  startsAtOnce: number;
  /** Sessions that may wait for a container, of which one address has its share; a further one is refused. */
  queue: number;
}

export interface SupplyDeps {
  port: SandboxPort;
  clock: Clock;
  log: Log;
  observer: Observer;
  /** Called whenever the number of those who wait may have changed. */
  onChange: () => void;
}
