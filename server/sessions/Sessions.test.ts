import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../protocol/version.ts';
import { settled } from '../../test/support/fakes/FakeClock.ts';
import { fakeVersions } from '../../test/support/fakes/fakeVersions.ts';
import { SessionsHarness, untilAborted } from '../../test/support/sessionsHarness.ts';
import { ownerLabel, slotLabel } from '../ports/labels.ts';

const opened = () => new SessionsHarness().open();
const request = { files: { 'src/lib.rs': '' }, sql: '', mode: 'run' as const, postgres: 17 };

describe('opening', () => {
  it('finds out the versions and fills the pool', async () => {
    const harness = await opened();
    expect(harness.sessions.versions).toMatchObject({ pgrx: '0.19.3', postgres: [{ major: 17 }] });
    expect(harness.sandbox.running).toHaveLength(1);
    expect(harness.sandbox.running[0]?.labels).toMatchObject({ [ownerLabel]: 'test-server' });
  });

  it('fails with a text where the image is missing or says nothing', async () => {
    const harness = new SessionsHarness();
    harness.sandbox.majors = [];
    const opening = harness.sessions.open();
    expect(await opening).toMatchObject({ ok: false, error: expect.stringContaining('no image') });
    const mute = new SessionsHarness();
    mute.sandbox.on('sh', () => 127);
    expect(await mute.sessions.open()).toMatchObject({ ok: false });
  });

  it('removes what a crashed predecessor left, and nothing of others', async () => {
    const harness = new SessionsHarness();
    const create = (labels: Record<string, string>) => harness.sandbox.create({ postgres: 17, labels });
    const orphan = await create({ [ownerLabel]: 'test-server', [slotLabel]: 'old' });
    const other = await create({ [ownerLabel]: 'another-server', [slotLabel]: 'x' });
    await harness.open();
    expect(harness.sandbox.running).not.toContain(orphan.ok && orphan.value);
    expect(harness.sandbox.running).toContain(other.ok && other.value);
  });

  it('removes nothing where it ends before that: another server may have its name', async () => {
    const harness = new SessionsHarness();
    const labels = { [ownerLabel]: 'test-server', [slotLabel]: 'of another' };
    const other = await harness.sandbox.create({ postgres: 17, labels });
    await harness.sessions.drain();
    expect(harness.sandbox.running).toEqual([other.ok && other.value]);
  });

  it('fails where an image has another Postgres than it is listed for', async () => {
    const harness = new SessionsHarness();
    harness.sandbox.on('sh', (process) => fakeVersions({ ...process, toolchain: { postgres: 18 } }));
    expect(await harness.sessions.open()).toEqual({
      ok: false,
      error: expect.stringContaining('lists for Postgres 17 has Postgres 18.11. List it as 18=…'),
    });
  });

  it('[S5] takes up a Postgres whose image comes later, and tells the pages that are open', async () => {
    const harness = new SessionsHarness();
    harness.sandbox.absent = [15, 18];
    await harness.open();
    const page = harness.connect();
    expect(page.of('welcome')[0]?.versions.coming).toEqual([15, 18]);
    await harness.clock.advance(30_000);
    expect(page.of('versions')).toEqual([]);
    harness.sandbox.majors = [17, 18];
    harness.sandbox.absent = [15];
    await harness.clock.advance(30_000);
    await settled();
    const told = page.of('versions').map(({ versions }) => versions);
    expect(told).toMatchObject([{ postgres: [{ major: 17 }, { major: 18 }], coming: [15] }]);
    const shot = { signal: new AbortController().signal, onEvent: () => {} };
    expect(harness.sessions.runOnce({ ...shot, request: { ...request, postgres: 18 } }, 'x').ok).toBe(true);
    await harness.sessions.drain();
    expect(harness.clock.pending).toBe(0);
  });

  it('goes on looking for orphans', async () => {
    const harness = await opened();
    const labels = { [ownerLabel]: 'test-server', [slotLabel]: 'strange' };
    await harness.sandbox.create({ postgres: 17, labels });
    await harness.clock.advance(harness.settings.sweepMs);
    expect(harness.sandbox.running).toHaveLength(1);
    await harness.sandbox.create({ postgres: 17, labels });
    await harness.clock.advance(harness.settings.sweepMs);
    expect(harness.sandbox.running).toHaveLength(1);
  });
});

describe('[C5] draining', () => {
  it('lets runs end, then closes pages and leaves nothing', async () => {
    const harness = await opened();
    const { promise: go, resolve } = Promise.withResolvers<void>();
    harness.sql = () => go.then(() => ({ kind: 'ok' }));
    const page = harness.connect();
    page.run();
    await settled();
    const drained = harness.sessions.drain();
    await settled();
    page.run();
    await settled();
    expect(page.of('refused')).toMatchObject([{ kind: 'draining' }]);
    expect(page.closed).toBeNull();
    resolve();
    await drained;
    expect(page.story().at(-1)).toBe('done ok');
    expect(page.of('ended')).toEqual([{ type: 'ended', reason: 'draining' }]);
    expect(page.closed?.code).toBe(closeCodes.draining);
    expect(harness.sandbox.running).toEqual([]);
    expect(harness.clock.pending).toBe(0);
  });

  it('stops runs that take too long for it, queued ones too', async () => {
    const harness = new SessionsHarness();
    harness.settings.builds = 1;
    await harness.open();
    harness.build = ({ signal }) => untilAborted(signal);
    const pages = [harness.connect(), harness.connect()];
    for (const page of pages) page.run();
    await settled();
    const drained = harness.sessions.drain();
    await harness.clock.advance(harness.settings.drainMs);
    await drained;
    for (const page of pages)
      expect(page.events().at(-1)).toMatchObject({ type: 'done', outcome: 'unavailable' });
    expect(harness.sandbox.running).toEqual([]);
  });

  it('does not wait for ever for a step that does not stop', async () => {
    const harness = await opened();
    harness.build = () => new Promise(() => {});
    const page = harness.connect();
    page.run();
    await settled();
    const drained = harness.sessions.drain();
    await harness.clock.advance(harness.settings.drainMs + harness.settings.graceMs);
    await drained;
    expect(page.story().at(-1)).toBe('done unavailable');
    expect(harness.sandbox.running).toEqual([]);
  });
});

describe('health', () => {
  it('is ok once a run would be served', async () => {
    const harness = new SessionsHarness();
    expect(await harness.sessions.health()).toEqual({ status: 'starting' });
    await harness.open();
    expect(await harness.sessions.health()).toEqual({ status: 'ok' });
    harness.sandbox.majors = [];
    expect(await harness.sessions.health()).toEqual({ status: 'ok' });
    await harness.clock.advance(2_000);
    expect(await harness.sessions.health()).toMatchObject({ status: 'unavailable' });
    harness.sandbox.majors = [17];
    const drained = harness.sessions.drain();
    expect(await harness.sessions.health()).toEqual({ status: 'draining' });
    await drained;
  });
});
