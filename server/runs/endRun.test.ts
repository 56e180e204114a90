import { describe, expect, it, vi } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';
import { sqlError } from '../../test/support/sqlError.ts';
import { onContained } from '../base/contain.ts';
import { newId } from '../base/newId.ts';

const opened = () => new SessionsHarness().open();
const secret = 'select secret_of_mine';
const files = { 'src/lib.rs': '// secret_of_mine' };

/** What the log has of runs, at this level. */
const runsIn = ({ lines }: SessionsHarness, level = 'info') =>
  lines.flatMap((line) => (line.message === 'run ended' && line.level === level ? [line.fields] : []));

describe('the log of runs', () => {
  it('has one line for each run, by its id, and neither the session’s id nor anything that was written', async () => {
    const harness = await opened();
    const page = harness.connect();
    harness.sql = async ({ emit }) => {
      emit({ type: 'phase', phase: 'running' });
      emit(sqlError({ sqlstate: '22012', message: secret, statement: secret }));
      return { kind: 'failed', message: secret };
    };
    const run = page.run(newId(), secret);
    await settled();
    expect(runsIn(harness)).toEqual([
      {
        run,
        session: expect.stringMatching(/^[0-9a-f]{12}$/),
        mode: 'run',
        postgres: 17,
        outcome: 'sqlFailed',
        ms: 0,
        phasesMs: { building: 0, running: 0 },
        sqlstate: '22012',
      },
    ]);
    const text = JSON.stringify(harness.lines);
    expect(text).not.toContain('secret_of_mine');
    expect(text).not.toContain(page.id);
    expect(text).not.toContain('192.0.2.1');
  });

  it('tells how long each phase took', async () => {
    const harness = await opened();
    const built = Promise.withResolvers<void>();
    harness.build = async ({ emit }) => {
      emit({ type: 'phase', phase: 'building' });
      await built.promise;
      return { kind: 'failed' };
    };
    harness.connect().run();
    await harness.clock.advance(1200);
    built.resolve();
    await settled();
    expect(runsIn(harness)).toMatchObject([{ ms: 1200, phasesMs: { building: 1200 } }]);
  });

  it.each<[string, RunEvent, object]>([
    ['a compiler’s error', diagnostic(), { outcome: 'buildFailed', compilerErrors: 1 }],
    ['a crash', { type: 'crash', signal: 'SIGSEGV', message: secret }, { signal: 'SIGSEGV' }],
    ['a name that is none', { type: 'crash', signal: 'secret_of_mine', message: '' }, { signal: 'unknown' }],
    ['a limit', { type: 'limit', what: 'memory', message: secret }, { limit: 'memory' }],
  ])('tells of %s', async (_, event, fields) => {
    const harness = await opened();
    harness.build = async ({ emit }) => {
      emit(event);
      return { kind: 'failed' };
    };
    harness.connect().run();
    await settled();
    expect(runsIn(harness)).toMatchObject([fields]);
    expect(JSON.stringify(harness.lines)).not.toContain('secret_of_mine');
  });

  it('tells why a run was stopped', async () => {
    const harness = await opened();
    harness.build = ({ signal }) => untilAborted(signal);
    const page = harness.connect();
    const run = page.run();
    await settled();
    page.session?.handle({ type: 'cancel', run });
    await settled();
    expect(runsIn(harness)).toMatchObject([{ run, outcome: 'cancelled', stopped: 'cancel' }]);
  });

  it('tells what of the server kept a run from its end', async () => {
    const harness = new SessionsHarness();
    harness.settings.supply.warm = 0;
    await harness.open();
    const stop = onContained(vi.fn());
    harness.sql = async () => {
      throw new Error(secret);
    };
    const page = harness.connect();
    page.run();
    await settled();
    stop();
    harness.sandbox.createFailures.push({ kind: 'engine', message: 'The Engine is down.' });
    page.run();
    await settled();
    expect(runsIn(harness)).toMatchObject([
      { outcome: 'unavailable', failure: 'bug' },
      { outcome: 'unavailable', failure: 'engine' },
    ]);
  });

  it('has runs in the background at a lower level, as they are many', async () => {
    const harness = await opened();
    const run = newId();
    const request = { files, sql: '', mode: 'check' } as const;
    harness.connect().session?.handle({ type: 'background', run, request });
    await settled();
    expect(runsIn(harness)).toEqual([]);
    expect(runsIn(harness, 'debug')).toMatchObject([{ run, mode: 'check' }]);
  });

  it('has one line for a run in two containers, and none of an address', async () => {
    const harness = new SessionsHarness();
    harness.sandbox.majors = [17, 18];
    await harness.open();
    const signal = new AbortController().signal;
    const request = { files, sql: '', mode: 'loadElsewhere', postgres: 18, libraryOf: 17 } as const;
    const taken = harness.sessions.runOnce({ request, signal, onEvent: () => {} }, '192.0.2.1');
    if (taken.ok) await taken.value.ended;
    expect(runsIn(harness)).toMatchObject([
      { run: expect.stringMatching(/^[\w-]{22}$/), mode: 'loadElsewhere', postgres: 18 },
    ]);
    expect(runsIn(harness)[0]).not.toHaveProperty('session');
    expect(JSON.stringify(harness.lines)).not.toContain('192.0.2.1');
  });
});

function diagnostic(): RunEvent {
  const none = { code: null, file: null, line: null, column: null, endLine: null, endColumn: null };
  return {
    type: 'diagnostic',
    severity: 'error',
    message: secret,
    rendered: secret,
    suggestions: [],
    ...none,
  };
}
