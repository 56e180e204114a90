import { systemClock } from '../base/clock.ts';
import { RateWindows } from '../base/RateWindows.ts';
import type { RateLimits } from '../ports/rateLimits.ts';

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
  addressArchives: number;
  addressSourceFiles: number;
  addressPages: number;
  addressReads: number;
  addressConnections: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Rate limits of this server process alone. `now` gives milliseconds, and never goes back. */
export function memoryRateLimits(settings: RateSettings, now = systemClock.now): RateLimits {
  const perMinute = (points: number) => new RateWindows(points, minuteMs, now);
  const sessionRuns = perMinute(settings.sessionRuns);
  const addressRuns = perMinute(settings.addressRuns);
  const sessionBackground = perMinute(settings.sessionBackground);
  const addressApiRuns = perMinute(settings.addressApiRuns);
  const addressShares = perMinute(settings.addressShares);
  const addressPictures = perMinute(settings.addressPictures);
  const addressArchives = perMinute(settings.addressArchives);
  const addressSourceFiles = perMinute(settings.addressSourceFiles);
  const addressPages = perMinute(settings.addressPages);
  const addressReads = perMinute(settings.addressReads);
  const shareBytes = perMinute(settings.addressShareBytes);
  const dayBytes = new RateWindows(settings.addressShareBytesPerDay, dayMs, now);
  const connections = perMinute(settings.addressConnections);
  return {
    run: async (session, address) => sessionRuns.take(session) ?? addressRuns.take(address),
    background: async (session) => sessionBackground.take(session),
    apiRun: async (address) => addressApiRuns.take(address) ?? addressRuns.take(address),
    share: async (address) => addressShares.take(address),
    picture: async (address) => addressPictures.take(address),
    archive: async (address) => addressArchives.take(address),
    sourceFile: async (address) => addressSourceFiles.take(address),
    page: async (address) => addressPages.take(address),
    read: async (address) => addressReads.take(address),
    // What is refused does not count: where a large one does not fit any more, a smaller one may.
    async shareBytes(address, bytes) {
      const wait = shareBytes.takeIfFits(address, bytes);
      if (wait !== null) return wait;
      const long = dayBytes.takeIfFits(address, bytes);
      if (long !== null) shareBytes.giveBack(address, bytes);
      return long;
    },
    async giveBack(address, bytes) {
      shareBytes.giveBack(address, bytes);
      dayBytes.giveBack(address, bytes);
    },
    connect: async (address) => connections.take(address),
  };
}
