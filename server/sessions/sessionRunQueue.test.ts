import { describe, expect, it } from 'vitest';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';

describe('[R6] a run that must wait', () => {
  it('tells its position for a container, then that it starts', async () => {
    const harness = new SessionsHarness();
    harness.settings.supply = { ...harness.settings.supply, containers: 1, warm: 0 };
    await harness.open();
    harness.sandbox.createMs = 5;
    const [first, second] = [harness.connect(), harness.connect()];
    first.run();
    await expect.poll(() => first.story().at(-1)).toBe('done ok');
    const run = second.run();
    await settled();
    expect(second.story(run)).toEqual(['queued 1']);
    expect(second.of('session').at(-1)).toMatchObject({ container: 'queued', position: 1, queue: 1 });
    first.session?.handle({ type: 'leave' });
    await expect.poll(() => second.story(run).at(-1)).toBe('done ok');
    expect(second.story(run)).toEqual(['queued 1', 'starting', 'building', 'build', 'running', 'done ok']);
  });

  it('tells its position for a build', async () => {
    const harness = new SessionsHarness();
    harness.settings.builds = 1;
    await harness.open();
    const [first, second, third] = [harness.connect(), harness.connect(), harness.connect()];
    const build = harness.build;
    harness.build = ({ signal }) => untilAborted(signal);
    const blocking = first.run();
    await settled();
    harness.build = build;
    second.run();
    third.run();
    await settled();
    expect([second.story(), third.story()]).toEqual([['queued 1'], ['starting', 'queued 2']]);
    first.session?.handle({ type: 'cancel', run: blocking });
    await settled();
    expect(third.story()).toEqual([
      'starting',
      'queued 2',
      'queued 1',
      'building',
      'build',
      'running',
      'done ok',
    ]);
  });
});
