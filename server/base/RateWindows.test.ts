import { describe, expect, it } from 'vitest';
import { RateWindows } from './RateWindows.ts';

function windows(points = 2) {
  const time = { now: 1_000 };
  return { time, rate: new RateWindows(points, 60_000, () => time.now) };
}

describe('RateWindows', () => {
  it('lets each key do so much in a window, and tells how long the rest has to wait', () => {
    const { time, rate } = windows();
    expect([rate.take('a'), rate.take('a'), rate.take('b')]).toEqual([null, null, null]);
    time.now += 20_000;
    expect(rate.take('a')).toBe(40_000);
    expect(rate.take('b')).toBeNull();
    time.now += 40_000;
    expect(rate.take('a')).toBeNull();
  });

  it('counts by worth, and gives back what was not used', () => {
    const { rate } = windows(10);
    expect(rate.takeIfFits('a', 8)).toBeNull();
    expect(rate.takeIfFits('a', 8)).toBe(60_000);
    expect(rate.takeIfFits('a', 2)).toBeNull();
    rate.giveBack('a', 5);
    rate.giveBack('b', 5);
    expect([rate.take('a', 5), rate.take('a'), rate.take('b', 11)]).toEqual([null, 60_000, 60_000]);
  });

  it('keeps no window that is over', () => {
    const { time, rate } = windows();
    for (let n = 0; n < 1_000; n += 1) rate.take(`key ${n}`);
    expect(rate.size).toBe(1_000);
    time.now += 60_000;
    rate.take('another');
    expect(rate.size).toBe(1);
  });

  it('keeps no more than a bounded number, and forgets the oldest first', () => {
    const { rate } = windows(1);
    for (let n = 0; n < 100_500; n += 1) rate.take(`key ${n}`);
    expect(rate.size).toBe(100_000);
    expect(rate.take('key 100499')).toBe(60_000);
    expect(rate.take('key 0')).toBeNull();
  });
});
