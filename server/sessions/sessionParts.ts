import type { ContainerSupply } from '../containers/ContainerSupply.ts';
import type { OpenFeature } from '../features/feature.ts';
import type { RateLimits } from '../ports/rateLimits.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { EventBudget } from '../runs/EventBudget.ts';
import type { RunDeps } from '../runs/executeRun.ts';
import type { RunAdmission } from '../runs/SessionRuns.ts';
import type { ExpirySettings } from './expiry.ts';

/** What a session is made of. */
export interface SessionDeps {
  run: RunDeps;
  port: SandboxPort;
  supply: ContainerSupply;
  ask: RunAdmission;
  rates: RateLimits;
  features: readonly OpenFeature[];
  /** What all sessions together may keep of their events. */
  events: EventBudget;
  expiry: ExpirySettings;
  /** How many wait on this server, for a container or a build. */
  queue: () => number;
  /** The session is over for good. */
  onEnd: () => void;
}
