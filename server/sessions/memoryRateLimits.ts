import { systemClock } from '../base/clock.ts';
import { RateWindows } from '../base/RateWindows.ts';
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

const minuteMs = 60_000;

/** Rate limits of this server process alone. `now` gives milliseconds, and never goes back. */
export function memoryRateLimits(settings: RateSettings, now = systemClock.now): RateLimits {
  const perMinute = (points: number) => new RateWindows(points, minuteMs, now);
  const sessionRuns = perMinute(settings.sessionRuns);
  const addressRuns = perMinute(settings.addressRuns);
  const sessionBackground = perMinute(settings.sessionBackground);
  const addressApiRuns = perMinute(settings.addressApiRuns);
  const addressShares = perMinute(settings.addressShares);
  const addressPictures = perMinute(settings.addressPictures);
  const connections = perMinute(settings.addressConnections);
  return {
    run: async (session, address) => sessionRuns.take(session) ?? addressRuns.take(address),
    background: async (session) => sessionBackground.take(session),
    apiRun: async (address) => addressApiRuns.take(address) ?? addressRuns.take(address),
    share: async (address) => addressShares.take(address),
    picture: async (address) => addressPictures.take(address),
    connect: async (address) => connections.take(address),
  };
}
