import { expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import { sqlError } from '../../test/support/sqlError.ts';
import type { LoggedEvent } from './EventLog.ts';
import { recordedRun } from './recordedRun.ts';

const logged = (events: RunEvent[]) =>
  events.map((event, index) => ({ run: 'r', seq: index + 1, at: 0, bytes: 0, event })) as LoggedEvent[];
const begun: RunEvent = { type: 'phase', phase: 'building' };
const done: RunEvent = { type: 'done', outcome: 'sqlFailed', ms: 1 };

it('leaves out logs and the frames of backtraces where a run is too large for a link', () => {
  const log: RunEvent = { type: 'log', stream: 'stderr', text: 'x' };
  const panics = (frames: string) => Array.from({ length: 300 }, () => sqlError({ frames }));
  const small = logged([begun, log, sqlError({ frames: 'f' }), done]);
  expect(recordedRun(small)?.map(({ event }) => event)).toEqual(small.map(({ event }) => event));
  const large = logged([begun, log, ...panics('f'.repeat(limits.recordedBytes / 200)), done]);
  const kept = recordedRun(large);
  expect(kept).toHaveLength(302);
  expect(JSON.stringify(kept)).not.toContain('frames');
});
