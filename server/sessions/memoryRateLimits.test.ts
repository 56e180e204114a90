import { describe, expect, it } from 'vitest';
import { memoryRateLimits } from './memoryRateLimits.ts';

const settings = {
  sessionRuns: 2,
  addressRuns: 3,
  addressApiRuns: 1,
  sessionBackground: 1,
  addressShares: 1,
  addressShareBytes: 100,
  addressShareBytesPerDay: 150,
  addressPictures: 1,
  addressArchives: 1,
  addressSourceFiles: 1,
  addressPages: 1,
  addressReads: 1,
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

  it('bounds the bytes of an address’s links in a minute and in a day, and counts no refused ones', async () => {
    const rates = memoryRateLimits(settings);
    expect(await rates.shareBytes('x', 80)).toBeNull();
    expect(await rates.shareBytes('x', 30)).toBeGreaterThan(0);
    expect(await rates.shareBytes('x', 20)).toBeNull();
    expect(await rates.shareBytes('y', 100)).toBeNull();
    // What was thought to be needed and was not is there again.
    await rates.giveBack('x', 60);
    expect(await rates.shareBytes('x', 60)).toBeNull();
    await rates.giveBack('x', 0);
    const day = memoryRateLimits({ ...settings, addressShareBytes: 1_000 });
    expect(await day.shareBytes('x', 140)).toBeNull();
    expect(await day.shareBytes('x', 20)).toBeGreaterThan(60_000);
    expect(await day.shareBytes('x', 10)).toBeNull();
  });

  it('counts connections apart', async () => {
    const rates = memoryRateLimits(settings);
    expect(await rates.connect('x')).toBeNull();
    expect(await rates.connect('x')).toBeGreaterThan(0);
    expect(await rates.run('a', 'x')).toBeNull();
  });
});
