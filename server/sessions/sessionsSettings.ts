import type { SupplySettings } from '../containers/supplySettings.ts';
import type { OpenFeature } from '../features/feature.ts';
import type { RateLimits } from '../ports/rateLimits.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { RunDeps } from '../runs/executeRun.ts';
import type { ExpirySettings } from './expiry.ts';

export interface SessionsSettings {
  supply: SupplySettings;
  expiry: ExpirySettings;
  /** Sessions at the same time, those included whose page is gone. */
  mostSessions: number;
  /** So many containers an address keeps though others wait. */
  addressKeeps: number;
  /** What all sessions together may keep of their runs' events, in bytes. */
  eventBytes: number;
  /** Builds at the same time. */
  builds: number;
  /** What a run may take from the beginning of its build, over all its own time limits. */
  runMs: number;
  /** How long a step that was told to stop may take for it. */
  graceMs: number;
  /** How long a drain lets runs go on. */
  drainMs: number;
  /** How often containers that nobody owns are looked for. */
  sweepMs: number;
}

export interface SessionsDeps extends Pick<RunDeps, 'modes' | 'clock' | 'log' | 'observer'> {
  port: SandboxPort;
  rates: RateLimits;
  /** What a session has open in its container beside runs. */
  features: readonly OpenFeature[];
}
