import { expect, it } from 'vitest';
import { runOutcome } from './runOutcome.ts';

it.each([
  [{ kind: 'ok' }, null, 'ok'],
  [{ kind: 'ok' }, 'cancel', 'ok'],
  [{ kind: 'failed' }, 'cancel', 'sqlFailed'],
  [{ kind: 'cancelled' }, 'cancel', 'cancelled'],
  [{ kind: 'cancelled' }, 'left', 'cancelled'],
  [{ kind: 'cancelled' }, 'draining', 'unavailable'],
  [{ kind: 'lost', message: 'x' }, null, 'unavailable'],
  [{ kind: 'lost', message: 'x' }, 'cancel', 'cancelled'],
  [{ kind: 'cancelled' }, 'output', 'limited'],
  [{ kind: 'ok' }, 'time', 'limited'],
  [{ kind: 'crashed' }, null, 'crashed'],
] as const)('a step that ended %j, stopped by %s, makes %s', (end, stop, outcome) => {
  expect(runOutcome(end, 'sql', stop).outcome).toBe(outcome);
});
