import type { RunEventOf } from '../../../protocol/events/events.ts';
import type { SandboxUsage } from '../../ports/sandboxPort.ts';

/** What tells that a build failed for want of something, and not by its own fault. */
export interface BuildEvidence {
  /** What cargo said, its diagnostics' messages included. */
  said: string;
  code: number;
  before: SandboxUsage | null;
  after: SandboxUsage | null;
}

/** 128 and the signal: how a shell tells of a command that was killed. */
const killed = 137;

/** The limit that made a build fail, or null. */
export function buildLimitMet({ said, code, before, after }: BuildEvidence): RunEventOf<'limit'> | null {
  if (/No space left on device|os error 28\b/.test(said))
    return limit('disk', 'The session’s disk is full. Stop the container to start a new one, or write less.');
  if (
    (code === killed || /signal: 9\b|SIGKILL|Cannot allocate memory/.test(said)) &&
    (after?.memoryLimitHits ?? 0) > (before?.memoryLimitHits ?? 0)
  ) {
    const size = after?.memoryLimitBytes ? `, ${Math.round(after.memoryLimitBytes / 1024 / 1024)} MiB` : '';
    return limit('memory', `The compiler exceeded the session’s memory limit${size}, and was killed.`);
  }
  // Compared with zero: in a full container, the build can be refused a process before `before` has been read.
  if (
    /Resource temporarily unavailable|os error 11\b|Cannot fork/.test(said) &&
    (after?.processLimitHits ?? 0) > 0
  )
    return limit('processes', `The build exceeded the session’s limit of ${after?.processLimit} processes.`);
  return null;
}

function limit(what: RunEventOf<'limit'>['what'], message: string): RunEventOf<'limit'> {
  return { type: 'limit', what, message };
}
