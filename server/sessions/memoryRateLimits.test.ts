import { describe, expect, it } from 'vitest';
import { memoryRateLimits } from './memoryRateLimits.ts';

const settings = {
  sessionRuns: 2,
  addressRuns: 3,
  addressApiRuns: 1,
  sessionBackground: 1,
  addressShares: 1,
  addressPictures: 1,
  addressConnections: 1,
};

describe('memoryRateLimits', () => {
  it('lets a session run so often, and an address whatever its sessions', async () => {
    const rates = memoryRateLimits(settings);
    const asked = [];
    for (const session of ['a', 'a', 'a', 'b', 'b']) asked.push(await rates.run(session, 'x'));
    expect(asked.map((wait) => wait === null)).toEqual([true, true, false, true, false]);
    expect(asked[2]).toBeGreaterThan(0);
    expect(asked[2]).toBeLessThanOrEqual(60_000);
    expect(await rates.run('c', 'y')).toBeNull();
  });

  it('counts runs of the API towards the address too', async () => {
    const rates = memoryRateLimits({ ...settings, addressApiRuns: 5, addressRuns: 1 });
    expect(await rates.apiRun('x')).toBeNull();
    expect(await rates.apiRun('x')).toBeGreaterThan(0);
    expect(await rates.run('a', 'x')).toBeGreaterThan(0);
  });

  it('counts runs in the background apart', async () => {
    const rates = memoryRateLimits(settings);
    expect(await rates.background('a')).toBeNull();
    expect(await rates.background('a')).toBeGreaterThan(0);
    expect(await rates.run('a', 'x')).toBeNull();
  });

  it('counts connections apart', async () => {
    const rates = memoryRateLimits(settings);
    expect(await rates.connect('x')).toBeNull();
    expect(await rates.connect('x')).toBeGreaterThan(0);
    expect(await rates.run('a', 'x')).toBeNull();
  });
});
