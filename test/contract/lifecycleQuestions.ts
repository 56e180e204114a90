import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Subject } from '../support/subject.ts';

/** How a sandbox comes, is found, and goes. */
export function lifecycleQuestions(open: (suite: string) => Subject): void {
  let subject: Subject;
  beforeAll(() => {
    subject = open('lifecycle');
  });
  afterAll(() => subject[Symbol.asyncDispose]());

  const listed = async (labels = subject.labels) => {
    const list = await subject.port.list(labels);
    if (!list.ok) throw new Error(list.error.message);
    return list.value;
  };

  it('lists what was created, by its labels, with its Postgres major', async () => {
    const sandbox = await subject.start();
    expect(await listed()).toEqual([sandbox]);
    expect(sandbox).toMatchObject({ postgres: 17, labels: subject.labels });
    expect(await listed({ ...subject.labels, other: 'label' })).toEqual([]);
    await subject.port.destroy(sandbox);
    expect(await listed()).toEqual([]);
  });

  it('destroys what is gone already, and what is being destroyed', async () => {
    const sandbox = await subject.start();
    const destroy = () => subject.port.destroy(sandbox);
    const all = await Promise.all([destroy(), destroy(), destroy()]);
    expect([...all, await destroy()].map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(await listed()).toEqual([]);
  });

  it('gives a sandbox more memory, and takes it back', async () => {
    const sandbox = await subject.start();
    const limit = async () => {
      const usage = await subject.port.usage(sandbox);
      return usage.ok ? (usage.value.memoryLimitBytes ?? 0) : 0;
    };
    const before = await limit();
    const more = 512 * 1024 * 1024;
    expect(await subject.port.addMemory(sandbox, more)).toEqual({ ok: true, value: undefined });
    expect(await limit()).toBe(before + more);
    expect(await subject.port.addMemory(sandbox, 0)).toEqual({ ok: true, value: undefined });
    expect(await limit()).toBe(before);
    await subject.port.destroy(sandbox);
    expect(await subject.port.addMemory(sandbox, more)).toMatchObject({ ok: false, error: { kind: 'gone' } });
  });

  it('has no image for a major that was not set up', async () => {
    const created = await subject.port.create({ postgres: 9, labels: subject.labels });
    expect(created).toMatchObject({ ok: false, error: { kind: 'image' } });
  });

  it.each([0, 1, 20, 100, 200, 400])('leaves nothing behind when aborted after %i ms', async (ms) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), ms);
    const created = await subject.port.create({ postgres: 17, labels: subject.labels }, controller.signal);
    clearTimeout(timer);
    if (created.ok) await subject.port.destroy(created.value);
    else expect(created.error.kind).toBe('cancelled');
    expect(await listed()).toEqual([]);
  });

  it('leaves nothing behind when it was aborted before', async () => {
    const created = await subject.port.create({ postgres: 17, labels: subject.labels }, AbortSignal.abort());
    expect(created).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await listed()).toEqual([]);
  });

  it('ends what runs in a sandbox that is destroyed', async () => {
    const sandbox = await subject.start();
    const exec = await subject.port.exec(sandbox, ['sleep', '1000']);
    if (!exec.ok) throw new Error(exec.error.message);
    exec.value.stdout.resume();
    exec.value.stderr.resume();
    await subject.port.destroy(sandbox);
    const exit = await exec.value.exit;
    expect(exit.kind === 'lost' || exit.code === 137).toBe(true);
  });

  it('refuses to execute in a sandbox that is gone', async () => {
    const sandbox = await subject.start();
    await subject.port.destroy(sandbox);
    const gone = { ok: false, error: { kind: 'gone' } };
    expect(await subject.port.exec(sandbox, ['true'])).toMatchObject(gone);
    expect(await subject.port.usage(sandbox)).toMatchObject(gone);
  });

  it('keeps quiet about a sandbox that is destroyed, and says at once that it is gone to who asks later', async () => {
    const gone = vi.fn();
    const destroyed = await subject.start();
    const watched = subject.port.onGone(destroyed, gone);
    await subject.port.destroy(destroyed);
    await delay(200);
    watched();
    expect(gone).not.toHaveBeenCalled();
    await vi.waitFor(() => {
      subject.port.onGone(destroyed, gone);
      expect(gone).toHaveBeenCalled();
    });
  });

  it('knows the machine, and the toolchains it has images for', async () => {
    const capacity = await subject.port.capacity();
    if (!capacity.ok) throw new Error(capacity.error.message);
    expect(capacity.value.toolchains).toEqual(subject.toolchains);
    expect(capacity.value.absent).toEqual([]);
    expect(capacity.value.cpus).toBeGreaterThan(0);
    expect(capacity.value.memoryBytes).toBeGreaterThan(500_000_000);
  });
}
