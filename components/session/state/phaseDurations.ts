import type { Phase } from '../../../protocol/events/events.ts';
import type { RunRecord } from './sessionState.ts';

export interface PhaseDuration {
  phase: Phase;
  ms: number;
  /** Whether the run is in this phase now. */
  current: boolean;
  position: number | null;
}

/**
 * How long each phase of a run took, in order, a phase that came twice counted once. `now` is by `pageNow`; a
 * phase that still goes on is counted up to it.
 */
export function phaseDurations(run: RunRecord, now: number): PhaseDuration[] {
  const end = run.done ? run.done.ms : Math.max(0, now - run.startedAt);
  const durations = new Map<Phase, PhaseDuration>();
  run.phases.forEach(({ phase, atMs, position }, index) => {
    const next = run.phases[index + 1];
    const before = durations.get(phase)?.ms ?? 0;
    const ms = before + Math.max(0, (next?.atMs ?? Math.max(end, atMs)) - atMs);
    durations.set(phase, { phase, ms, current: !next && !run.done, position });
  });
  return [...durations.values()];
}
