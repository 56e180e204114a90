import type { Phase } from '../../protocol/events/events.ts';
import { phaseDurations } from '../session/state/phaseDurations.ts';
import type { RunRecord } from '../session/state/sessionState.ts';

export interface Stage {
  phase: Phase;
  name: string;
  /** How long it took, or takes so far; null while it has not come. */
  ms: number | null;
  current: boolean;
  /** How long it took in the run before. */
  beforeMs: number | null;
}

const names: Record<Phase, string> = {
  queued: 'queue',
  starting: 'start',
  building: 'build',
  installing: 'install',
  running: 'SQL',
};

/** A wait that nobody notices is not shown. */
const shortWaitMs = 100;

/**
 * The stages of a run for the strip. Waiting in the queue and for a container are left out where there was next to
 * none; the others are always there, so that the strip keeps its shape. `now` is by `pageNow`.
 */
export function stagesOf(run: RunRecord | null, before: RunRecord | null, now: number): Stage[] {
  const durations = run ? phaseDurations(run, now) : [];
  const earlier = before ? phaseDurations(before, now) : [];
  return (Object.keys(names) as Phase[]).flatMap((phase) => {
    const duration = durations.find((each) => each.phase === phase);
    const waits = phase === 'queued' || phase === 'starting';
    if (waits && (!duration || duration.ms < shortWaitMs)) return [];
    return {
      phase,
      name: names[phase],
      ms: duration?.ms ?? null,
      current: duration?.current ?? false,
      beforeMs: earlier.find((each) => each.phase === phase)?.ms ?? null,
    };
  });
}
