import type { RunEventOf } from '../../../protocol/events/events.ts';
import type { SandboxUsage } from '../../ports/sandboxPort.ts';
import { crashText, type Recovery } from './crashText.ts';
import type { Death } from './readCrash.ts';

/** What is known of a connection that ended while a statement ran. */
export interface Loss {
  index: number;
  death: Death | null;
  /** What the kernel counted when the run began, and now. */
  before: SandboxUsage | null;
  after: SandboxUsage | null;
  recovery: Recovery;
}

const SIGKILL = 9;

/** The event that tells what became of the backend: killed for want of memory, or crashed. */
export function explainLoss(loss: Loss): RunEventOf<'crash'> | RunEventOf<'limit'> {
  const { death, before, after } = loss;
  const killed = death === null || ('signal' in death && death.signal === SIGKILL);
  if (killed && grew(before?.memoryLimitHits, after?.memoryLimitHits)) {
    const size = after?.memoryLimitBytes ? ` (${Math.round(after.memoryLimitBytes / 1024 / 1024)} MiB)` : '';
    const message = `The statement exceeded the session’s memory limit${size}, and its Postgres backend was killed. Every open connection was cut and its transaction lost.`;
    return { type: 'limit', what: 'memory', message };
  }
  return { type: 'crash', index: loss.index, ...crashText(death, loss.recovery) };
}

/** Whether a count of the kernel is higher than it was; unknown counts have not grown. */
export function grew(before: number | null | undefined, after: number | null | undefined): boolean {
  return typeof after === 'number' && after > (before ?? 0);
}
