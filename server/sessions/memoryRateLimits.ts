import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimits } from './rateLimits.ts';

/** How many in a minute. */
export interface RateSettings {
  sessionRuns: number;
  addressRuns: number;
  sessionBackground: number;
  addressApiRuns: number;
  addressShares: number;
  addressPictures: number;
  addressConnections: number;
}

/** Rate limits of this server process alone. Its timers keep no process alive. */
export function memoryRateLimits(settings: RateSettings): RateLimits {
  const perMinute = (points: number, keyPrefix: string) =>
    new RateLimiterMemory({ points, duration: 60, keyPrefix });
  const sessionRuns = perMinute(settings.sessionRuns, 'session');
  const addressRuns = perMinute(settings.addressRuns, 'address');
  const sessionBackground = perMinute(settings.sessionBackground, 'background');
  const addressApiRuns = perMinute(settings.addressApiRuns, 'api');
  const addressShares = perMinute(settings.addressShares, 'share');
  const addressPictures = perMinute(settings.addressPictures, 'picture');
  const connections = perMinute(settings.addressConnections, 'connection');
  return {
    run: async (session, address) =>
      (await consume(sessionRuns, session)) ?? (await consume(addressRuns, address)),
    background: (session) => consume(sessionBackground, session),
    apiRun: async (address) =>
      (await consume(addressApiRuns, address)) ?? (await consume(addressRuns, address)),
    share: (address) => consume(addressShares, address),
    picture: (address) => consume(addressPictures, address),
    connect: (address) => consume(connections, address),
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
}
