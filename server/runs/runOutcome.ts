import type { Outcome } from '../../protocol/events/events.ts';
import type { ModeEnd } from '../ports/runPorts.ts';
import type { StopReason } from './RunStop.ts';

export interface RunOutcome {
  outcome: Outcome;
  message?: string | undefined;
}

const stopped: Record<StopReason, RunOutcome> = {
  cancel: { outcome: 'cancelled' },
  left: { outcome: 'cancelled', message: 'The session ended.' },
  away: {
    outcome: 'cancelled',
    message: 'Cancelled: this page was closed or offline while the run waited for its turn. Run again.',
  },
  output: { outcome: 'limited' },
  time: { outcome: 'limited' },
  draining: { outcome: 'unavailable', message: 'The server is restarting. Run again in a moment.' },
};

const failedSteps: Record<ModeEnd['step'], Outcome> = {
  build: 'buildFailed',
  sql: 'sqlFailed',
  checks: 'checksFailed',
};

/**
 * What a run came to, from how its last step ended and why it was stopped, if it was. A limit that the session itself
 * has told of stands over what the step says; any other stop counts only where the step did not end by itself before.
 */
export function runOutcome(end: ModeEnd['end'], step: ModeEnd['step'], stop: StopReason | null): RunOutcome {
  if (stop === 'output' || stop === 'time') return stopped[stop];
  switch (end.kind) {
    case 'ok':
      return { outcome: 'ok', message: end.message };
    case 'failed':
      return { outcome: failedSteps[step], message: end.message };
    case 'crashed':
      return { outcome: 'crashed' };
    case 'limited':
      return { outcome: 'limited' };
    case 'cancelled':
      return stopped[stop ?? 'cancel'];
    case 'lost':
      return stop ? stopped[stop] : { outcome: 'unavailable', message: end.message };
  }
}
