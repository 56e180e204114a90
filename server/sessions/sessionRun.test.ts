import { describe, expect, it, vi } from 'vitest';
import { runEvent } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';
import { onContained } from '../base/contain.ts';
import { newId } from '../base/newId.ts';

const opened = () => new SessionsHarness().open();

describe('a run', () => {
  it('[E1] [E3] [E4] begins with a phase, is numbered, and ends with one done', async () => {
    const harness = await opened();
    const page = harness.connect();
    page.run();
    await settled();
    expect(page.story()).toEqual(['building', 'build', 'running', 'done ok']);
    expect(page.of('event').map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(harness.observed).toContain('ran ok');
    expect(harness.dialled).toBe(0);
  });

  it('[E3] ends with done when a step throws, and gives the container up', async () => {
    const harness = await opened();
    const contained = vi.fn();
    const stop = onContained(contained);
    harness.sql = async () => {
      throw new Error('a bug');
    };
    const page = harness.connect();
    page.run();
    await settled();
    expect(page.story()).toEqual(['building', 'build', 'done unavailable']);
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'failed' }]);
    expect(contained).toHaveBeenCalledExactlyOnceWith('run', new Error('a bug'));
    stop();
    expect(harness.dialled).toBe(0);
  });

  it.each([
    ['buildFailed', 'build', { kind: 'failed' }],
    ['sqlFailed', 'sql', { kind: 'failed' }],
    ['crashed', 'sql', { kind: 'crashed' }],
    ['limited', 'build', { kind: 'limited', what: 'memory' }],
  ] as const)('comes to %s', async (outcome, step, end) => {
    const harness = await opened();
    harness[step] = async () => end;
    const page = harness.connect();
    page.run();
    await settled();
    expect(page.story().at(-1)).toBe(`done ${outcome}`);
    expect(page.of('ended')).toEqual([]);
  });

  it.each(['run', 'test', 'regress', 'bench'] as const)(
    '[K5] of the mode %s is built with the lock file that it has, where the project has none',
    async (mode) => {
      const harness = await opened();
      const page = harness.connect();
      const rust = { 'src/lib.rs': '' };
      for (const files of [rust, { ...rust, 'Cargo.lock': '# own' }]) {
        const request = { files, sql: '', mode, lock: '# of a link' };
        page.session?.handle({ type: 'run', run: newId(), request });
        await settled();
      }
      expect(harness.compiled.map((files) => files['Cargo.lock'])).toEqual(['# of a link', '# own']);
    },
  );

  it('takes a new container next time where a step says that this one is of no use', async () => {
    const harness = await opened();
    const page = harness.connect();
    page.run();
    await settled();
    const [first] = harness.sandbox.running;
    harness.build = async () => ({ kind: 'limited', what: 'processes', sandboxUnusable: true });
    page.run();
    await settled();
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'failed' }]);
    expect(harness.sandbox.running).not.toContain(first);
  });

  it('[R1] is not done twice for one id, during it and after it', async () => {
    const harness = await opened();
    const page = harness.connect();
    const run = page.run();
    page.run(run);
    await settled();
    page.run(run);
    await settled();
    expect(page.events(run).filter(({ type }) => type === 'done')).toHaveLength(1);
    expect(page.of('refused')).toEqual([]);
  });

  it('[R2] is refused while another is under way', async () => {
    const harness = await opened();
    harness.build = ({ signal }) => untilAborted(signal);
    const page = harness.connect();
    const first = page.run();
    const second = page.run();
    await settled();
    expect(page.of('refused')).toMatchObject([{ run: second, kind: 'busy' }]);
    page.session?.handle({ type: 'cancel', run: first });
    await settled();
  });

  it('[R3] is refused over the rate, and may be asked for again by the same id', async () => {
    const harness = await opened();
    const page = harness.connect();
    harness.retryAfterMs = 1500;
    const run = page.run();
    await settled();
    expect(page.of('refused')).toMatchObject([{ run, kind: 'rate', retryAfterMs: 1500 }]);
    harness.retryAfterMs = null;
    page.run(run);
    await settled();
    expect(page.story(run).at(-1)).toBe('done ok');
  });

  it('[R4] is cancelled by its id alone', async () => {
    const harness = await opened();
    harness.build = ({ signal, emit }) => {
      emit({ type: 'phase', phase: 'building' });
      return untilAborted(signal);
    };
    const page = harness.connect();
    const run = page.run();
    await settled();
    page.session?.handle({ type: 'cancel', run: newId() });
    await settled();
    expect(page.story()).toEqual(['building']);
    page.session?.handle({ type: 'cancel', run });
    await settled();
    expect(page.story()).toEqual(['building', 'done cancelled']);
  });

  it('[R4] ends even where a step does not stop, and its container goes', async () => {
    const harness = await opened();
    harness.build = () => new Promise(() => {});
    const page = harness.connect();
    const run = page.run();
    await settled();
    page.session?.handle({ type: 'cancel', run });
    await harness.clock.advance(harness.settings.graceMs);
    expect(page.story()).toEqual(['starting', 'done cancelled']);
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'failed' }]);
  });

  it('[R5] [E2] goes on without its page, which gets what it missed and then the rest', async () => {
    const harness = await opened();
    const { promise: go, resolve } = Promise.withResolvers<void>();
    harness.sql = async ({ emit }) => {
      emit({ type: 'phase', phase: 'running' });
      await go;
      return { kind: 'ok' };
    };
    const page = harness.connect();
    const run = page.run();
    await settled();
    page.session?.detach(page);
    const again = harness.connect({ session: page.id, after: 1 });
    expect(again.of('welcome')).toMatchObject([{ resumed: true, lost: 0, run }]);
    resolve();
    await settled();
    expect(again.of('event').map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(again.story().at(-1)).toBe('done ok');
  });

  it('ends with limit when it says too much', async () => {
    const harness = await opened();
    harness.sql = ({ emit, signal }) => {
      const text = 'x'.repeat(limits.textLength);
      for (let n = 0; n < 1000; n += 1) emit({ type: 'log', stream: 'stdout', text });
      return untilAborted(signal);
    };
    const page = harness.connect();
    page.run();
    await settled();
    expect(page.story().slice(-2)).toEqual(['limit', 'done limited']);
    expect(JSON.stringify(page.events()).length).toBeLessThan(limits.runBytes * 1.01);
  });

  it('ends with limit when it takes too long', async () => {
    const harness = await opened();
    harness.sql = ({ signal }) => untilAborted(signal);
    const page = harness.connect();
    page.run();
    await harness.clock.advance(harness.settings.runMs);
    expect(page.events().slice(-2)).toMatchObject([{ type: 'limit', what: 'time' }, { outcome: 'limited' }]);
  });

  it('is made anew, unseen, where the container was gone before it said anything', async () => {
    const harness = await opened();
    const page = harness.connect();
    page.run();
    await settled();
    const [theirs] = harness.sandbox.running;
    const build = harness.build;
    let lost = 0;
    harness.build = async (context) => {
      if (context.sandbox !== theirs) return build(context);
      lost += 1;
      context.emit({ type: 'phase', phase: 'building' });
      return { kind: 'lost', message: 'gone' };
    };
    const run = page.run();
    await settled();
    expect(lost).toBe(1);
    expect(page.story(run)).toEqual(['building', 'build', 'running', 'done ok']);
    expect(harness.sandbox.running).not.toContain(theirs);
  });

  it('[S3] is unavailable where the container goes in the midst of it', async () => {
    const harness = await opened();
    harness.sql = ({ signal }) => untilAborted(signal);
    const page = harness.connect();
    const run = page.run();
    await settled();
    for (const sandbox of harness.sandbox.running) harness.sandbox.lose(sandbox);
    await settled();
    expect(page.story(run).at(-1)).toBe('done unavailable');
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'failed' }]);
    harness.sql = async () => ({ kind: 'ok' });
    const next = page.run();
    await harness.clock.advance(5_000);
    expect(page.story(next).at(-1)).toBe('done ok');
  });

  it.each([
    ['a Postgres that is not there', { mode: 'run', postgres: 12 }, '17'],
    ['a mode that the server has no steps for', { mode: 'format' }, 'format'],
  ] as const)('[R7] is refused for %s', async (_what, wanted, word) => {
    const harness = await opened();
    const page = harness.connect();
    const request = { files: { 'src/lib.rs': '' }, sql: '', ...wanted };
    page.session?.handle({ type: 'run', run: newId(), request });
    await settled();
    expect(page.of('refused')).toMatchObject([{ kind: 'invalid', message: expect.stringContaining(word) }]);
  });

  it('says only what the protocol has', async () => {
    const harness = await opened();
    const page = harness.connect();
    page.run();
    await settled();
    for (const event of page.events()) expect(runEvent.safeParse(event).success).toBe(true);
  });
});
