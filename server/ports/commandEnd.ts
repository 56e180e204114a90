import type { Emit, StepEnd } from './runPorts.ts';
import type { RunFailure } from './runToEnd.ts';

/** How a step ends whose command did not come to its end; `tooLong` is told where it took too long. */
export function commandEnd({ kind, message }: RunFailure, emit: Emit, tooLong: string): StepEnd {
  if (kind === 'cancelled') return { kind };
  if (kind !== 'time') return { kind: 'lost', message };
  emit({ type: 'limit', what: 'time', message: tooLong });
  return { kind: 'limited', what: 'time' };
}
