import { describe, expect, it } from 'vitest';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { type FakePage, SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';
import { newId } from '../base/newId.ts';

const check = (page: FakePage, mode: 'check' | 'prepare' = 'check', source = '') => {
  const run = newId();
  page.session?.handle({
    type: 'background',
    run,
    request: { files: { 'src/lib.rs': source }, sql: '', mode },
  });
  return run;
};

const story = (page: FakePage, run: string) =>
  page
    .of('background')
    .flatMap(({ run: of, event }) => (of === run ? [event] : []))
    .map((event) => (event.type === 'done' ? `done ${event.outcome}` : event.type));

async function withSlowBuild() {
  const harness = await new SessionsHarness().open();
  harness.build = ({ signal }) => untilAborted(signal);
  return { harness, page: harness.connect() };
}

describe('runs in the background', () => {
  it('[B2] tell their events apart from those of runs, with one done', async () => {
    const harness = await new SessionsHarness().open();
    const page = harness.connect();
    const run = check(page);
    await settled();
    expect(story(page, run)).toEqual(['phase', 'build', 'phase', 'done ok']);
    expect(page.of('event')).toEqual([]);
    const again = harness.connect({ session: page.id });
    expect(again.of('background')).toEqual([]);
  });

  it('[B1] make way for a run, which begins when they have ended', async () => {
    const { harness, page } = await withSlowBuild();
    const run = check(page);
    await settled();
    harness.build = async () => ({ kind: 'failed' });
    const pressed = page.run();
    await settled();
    expect(story(page, run).at(-1)).toBe('done cancelled');
    expect(page.story(pressed).at(-1)).toBe('done buildFailed');
    const ended = page.messages.findIndex((m) => m.type === 'background' && m.event.type === 'done');
    expect(page.messages.findIndex((m) => m.type === 'event')).toBeGreaterThan(ended);
  });

  it('[B1] make way for a run when they have ended where they build its files ahead', async () => {
    const harness = await new SessionsHarness().open();
    const page = harness.connect();
    const usual = harness.build;
    const ready = Promise.withResolvers<void>();
    harness.build = (context) => ready.promise.then(() => usual(context));
    const ahead = check(page, 'prepare');
    await settled();
    harness.build = async () => ({ kind: 'failed' });
    const pressed = page.run();
    await settled();
    expect(page.story(pressed)).toEqual(['building']);
    expect(story(page, ahead)).not.toContain('done ok');
    ready.resolve();
    await settled();
    expect(story(page, ahead).at(-1)).toBe('done ok');
    expect(page.story(pressed).at(-1)).toBe('done buildFailed');
  });

  it('[B1] make way at once where they build other files ahead, and at a cancel', async () => {
    const { harness, page } = await withSlowBuild();
    const others = check(page, 'prepare', '// others');
    await settled();
    harness.build = async () => ({ kind: 'failed' });
    const pressed = page.run();
    await settled();
    expect(story(page, others).at(-1)).toBe('done cancelled');
    expect(page.story(pressed).at(-1)).toBe('done buildFailed');
    harness.build = ({ signal }) => untilAborted(signal);
    const same = check(page, 'prepare');
    await settled();
    const waits = page.run();
    await settled();
    expect(page.story(waits)).toEqual(['building']);
    page.session?.handle({ type: 'cancel', run: waits });
    await settled();
    expect(story(page, same).at(-1)).toBe('done cancelled');
    expect(page.story(waits).at(-1)).toBe('done cancelled');
  });

  it('[B1] make way for the next one, of which only the newest is done', async () => {
    const { page } = await withSlowBuild();
    const first = check(page);
    await settled();
    const [second, third] = [check(page), check(page)];
    await settled();
    expect(page.of('refused')).toEqual([expect.objectContaining({ run: second, kind: 'busy' })]);
    expect(story(page, first).at(-1)).toBe('done cancelled');
    expect(story(page, third)).toEqual([]);
    page.session?.handle({ type: 'cancel', run: third });
    await settled();
    expect(story(page, third).at(-1)).toBe('done cancelled');
  });

  it('[B1] are refused while a run is under way', async () => {
    const { page } = await withSlowBuild();
    const pressed = page.run();
    await settled();
    const run = check(page);
    await settled();
    expect(page.of('refused')).toEqual([expect.objectContaining({ run, kind: 'busy' })]);
    expect(page.story(pressed).filter((step) => step.startsWith('done'))).toEqual([]);
  });

  it('[R3] are refused over their rate', async () => {
    const harness = await new SessionsHarness().open();
    harness.retryAfterMs = 700;
    const page = harness.connect();
    const run = check(page);
    await settled();
    expect(page.of('refused')).toEqual([expect.objectContaining({ run, kind: 'rate', retryAfterMs: 700 })]);
  });
});
