import type { ServerSettings } from '../../server/startServer.ts';

/** Settings of a server for tests: any free port, small numbers, no patience. */
export function serverSettings(): ServerSettings {
  return {
    host: '127.0.0.1',
    port: 0,
    proxies: 0,
    origins: { origins: [], loopbackOnly: true },
    metrics: true,
    development: false,
    connections: 200,
    socketsPerAddress: 100,
    rates: {
      sessionRuns: 60,
      sessionBackground: 180,
      addressRuns: 600,
      addressApiRuns: 60,
      addressShares: 600,
      addressShareBytes: 64 * 1024 * 1024,
      addressShareBytesPerDay: 512 * 1024 * 1024,
      addressPictures: 120,
      addressArchives: 120,
      addressSourceFiles: 600,
      addressPages: 600,
      addressReads: 1_200,
      addressConnections: 600,
    },
    sessions: {
      supply: { instance: 'test-server', postgres: 17, containers: 10, warm: 1, startsAtOnce: 2, queue: 50 },
      expiry: { idleMs: 900_000, ageMs: 14_400_000, noticeMs: 60_000, awayMs: 120_000 },
      mostSessions: 200,
      addressKeeps: 7,
      eventBytes: 16 * 1024 * 1024,
      builds: 2,
      runMs: 120_000,
      graceMs: 500,
      drainMs: 500,
      sweepMs: 300_000,
    },
  };
}
