import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimits } from './rateLimits.ts';

/** How many in a minute, unless the name says otherwise. */
export interface RateSettings {
  sessionRuns: number;
  addressRuns: number;
  sessionBackground: number;
  addressApiRuns: number;
  addressShares: number;
  addressShareBytes: number;
  addressShareBytesPerDay: number;
  addressPictures: number;
  addressPages: number;
  addressReads: number;
  addressConnections: number;
}

/** Rate limits of this server process alone. Its timers keep no process alive. */
export function memoryRateLimits(settings: RateSettings): RateLimits {
  const perMinute = (points: number, keyPrefix: string, duration = 60) =>
    new RateLimiterMemory({ points, duration, keyPrefix });
  const sessionRuns = perMinute(settings.sessionRuns, 'session');
  const addressRuns = perMinute(settings.addressRuns, 'address');
  const sessionBackground = perMinute(settings.sessionBackground, 'background');
  const addressApiRuns = perMinute(settings.addressApiRuns, 'api');
  const addressShares = perMinute(settings.addressShares, 'share');
  const addressPictures = perMinute(settings.addressPictures, 'picture');
  const addressPages = perMinute(settings.addressPages, 'page');
  const addressReads = perMinute(settings.addressReads, 'read');
  const shareBytes = perMinute(settings.addressShareBytes, 'shareBytes');
  const dayBytes = perMinute(settings.addressShareBytesPerDay, 'dayBytes', 24 * 60 * 60);
  const connections = perMinute(settings.addressConnections, 'connection');
  return {
    run: async (session, address) =>
      (await consume(sessionRuns, session)) ?? (await consume(addressRuns, address)),
    background: (session) => consume(sessionBackground, session),
    apiRun: async (address) =>
      (await consume(addressApiRuns, address)) ?? (await consume(addressRuns, address)),
    share: (address) => consume(addressShares, address),
    picture: (address) => consume(addressPictures, address),
    page: (address) => consume(addressPages, address),
    read: (address) => consume(addressReads, address),
    async shareBytes(address, bytes) {
      const wait = await consumeOrLeave(shareBytes, address, bytes);
      if (wait !== null) return wait;
      const long = await consumeOrLeave(dayBytes, address, bytes);
      if (long !== null) await shareBytes.reward(address, bytes);
      return long;
    },
    async giveBack(address, bytes) {
      await Promise.all([shareBytes.reward(address, bytes), dayBytes.reward(address, bytes)]);
    },
    connect: (address) => consume(connections, address),
  };
}

/** What is refused does not count: of a large one that does not fit any more, smaller ones are none the less possible. */
async function consumeOrLeave(
  limiter: RateLimiterMemory,
  key: string,
  points: number,
): Promise<number | null> {
  const wait = await consume(limiter, key, points);
  if (wait !== null) await limiter.reward(key, points);
  return wait;
}

async function consume(limiter: RateLimiterMemory, key: string, points = 1): Promise<number | null> {
  try {
    await limiter.consume(key, points);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}
