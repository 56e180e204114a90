import { expect, it, vi } from 'vitest';
import { onContained } from '../base/contain.ts';
import { Newest } from './Newest.ts';

it('begins what is newest when the one before has ended, and nothing in between', async () => {
  const newest = new Newest('feature');
  const first = Promise.withResolvers<void>();
  const begun: number[] = [];
  const work = (n: number) => async () => {
    begun.push(n);
    await first.promise;
  };
  newest.start(work(1), () => {});
  await vi.waitFor(() => expect(begun).toEqual([1]));
  for (let n = 2; n <= 80; n++) {
    newest.stop();
    newest.start(work(n), () => {});
  }
  first.resolve();
  await vi.waitFor(() => expect(begun).toEqual([1, 80]));
});

it('goes on after one that failed, which is told where it still counts', async () => {
  const heard = vi.fn();
  const stop = onContained(heard);
  try {
    const newest = new Newest('feature');
    const failed = vi.fn();
    newest.start(() => Promise.reject(new Error('bug')), failed);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    expect(heard).toHaveBeenCalledWith('feature', new Error('bug'));
    const next = vi.fn(async () => {});
    newest.start(next, failed);
    await vi.waitFor(() => expect(next).toHaveBeenCalledOnce());
  } finally {
    stop();
  }
});
