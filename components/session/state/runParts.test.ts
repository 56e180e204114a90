import { expect, it } from 'vitest';
import type { RunEvent } from '../../../protocol/events/events.ts';
import { sqlError } from '../../../test/support/sqlError.ts';
import { buildLogOf, failedStartLogOf } from './runParts.ts';

const log = (stream: 'stderr' | 'postgres', text: string): RunEvent => ({ type: 'log', stream, text });
const build: RunEvent = { type: 'build', ok: true, ms: 1 };
const notStarted = sqlError({ index: -1, sqlstate: 'F0000' });

it('knows the log of a Postgres that did not start from what a run has logged', () => {
  expect(failedStartLogOf([build, log('postgres', 'why'), notStarted, log('postgres', 'later')])).toBe('why');
  expect(failedStartLogOf([build, log('postgres', 'said by the code')])).toBe('');
  expect(failedStartLogOf([log('postgres', 'of a reset')])).toBe('of a reset');
});

it('keeps Postgres’s log out of the build’s', () => {
  expect(buildLogOf([log('stderr', 'a'), log('postgres', 'b'), log('stderr', 'c')])).toBe('ac');
});
