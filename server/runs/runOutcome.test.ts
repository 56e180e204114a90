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

it('[L3] [P6] checks that did not hold, and a project that does not compile, are told apart', () => {
  const message = '1 of 2 tests failed.';
  const failed = { kind: 'failed', message } as const;
  expect(runOutcome({ kind: 'ok' }, 'checks', null)).toEqual({ outcome: 'ok' });
  expect(runOutcome(failed, 'checks', null)).toEqual({ outcome: 'checksFailed', message });
  expect(runOutcome({ kind: 'failed' }, 'build', null)).toEqual({ outcome: 'buildFailed' });
});
