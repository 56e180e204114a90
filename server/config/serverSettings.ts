import { hostname } from 'node:os';
import type { LanguageOptions } from '../language/languageFeature.ts';
import { Seats } from '../language/Seats.ts';
import { shareOfOne } from '../queues/shareOfOne.ts';
import type { DockerSandboxOptions } from '../sandbox/dockerSandboxOptions.ts';
import { dockerSandboxDefaults } from '../sandbox/dockerSandboxOptions.ts';
import type { ServerSettings } from '../startServer.ts';
import type { Config } from './config.ts';
import { containersFor, languageServersFor, type Machine } from './machineDefaults.ts';

const MiB = 1024 * 1024;
const second = 1000;
const minute = 60 * second;
/** A build that was told to stop has to kill its processes by a second exec; half a second as a rule. */
const graceMs = 5 * second;
/** What a run needs beside its build and its script: writing files, installing, restarting Postgres. */
const besidesMs = 60 * second;

/** A page asks once a pause in typing, of which nobody makes three a second. */
const backgroundPerMinute = 180;

/** A run says 100 KB as a rule and 4 MB at the most; in memory it takes about twice as much as on the wire. */
const eventBytes = 256 * MiB;

/** A site that shows links asks once for each that somebody posts. */
const picturesPerMinute = 120;

/** Somebody downloads one now and then; a room does so at the end of a lesson. */
const archivesPerMinute = 120;

/** Pages that are opened with a file of a source, which is fetched from its site each time. */
const sourceFilesPerMinute = 600;

/**
 * Pages that have to be made, at some 20 ms each: a fifth of the thread. A room of 300 behind one address asks for fewer, as
 * what one of them has opened is kept for the others.
 */
const pagesPerMinute = 600;

/** Links that are read by the API, at some 5 ms for the largest. */
const readsPerMinute = 1_200;

/** What the operator's settings mean for the server, on this machine. */
export function serverSettings(config: Config, machine: Machine): ServerSettings {
  const builds = config.PLAYGROUND_BUILDS ?? machine.cpus;
  const containers = config.PLAYGROUND_SESSIONS ?? containersFor(machine);
  return {
    host: config.PLAYGROUND_HOST,
    port: config.PLAYGROUND_PORT,
    proxies: config.PLAYGROUND_PROXIES,
    origins: {
      origins: config.PLAYGROUND_ORIGINS,
      loopbackOnly: isLoopback(config.PLAYGROUND_HOST) && config.PLAYGROUND_PROXIES === 0,
    },
    metrics: config.PLAYGROUND_METRICS === 'on',
    development: config.PLAYGROUND_DEV === '1',
    connections: config.PLAYGROUND_CONNECTIONS,
    socketsPerAddress: config.PLAYGROUND_ADDRESS_CONNECTIONS,
    rates: {
      sessionRuns: config.PLAYGROUND_RUNS_PER_MINUTE,
      addressRuns: config.PLAYGROUND_ADDRESS_RUNS_PER_MINUTE,
      sessionBackground: backgroundPerMinute,
      addressApiRuns: config.PLAYGROUND_API_RUNS_PER_MINUTE,
      addressShares: config.PLAYGROUND_ADDRESS_SHARES_PER_MINUTE,
      addressShareBytes: (config.PLAYGROUND_ADDRESS_SHARE_MB_PER_DAY * MiB) / 8,
      addressShareBytesPerDay: config.PLAYGROUND_ADDRESS_SHARE_MB_PER_DAY * MiB,
      addressPictures: picturesPerMinute,
      addressArchives: archivesPerMinute,
      addressSourceFiles: sourceFilesPerMinute,
      addressPages: pagesPerMinute,
      addressReads: readsPerMinute,
      // A page that reconnects and a page that reloads open sockets as well.
      addressConnections: 3 * config.PLAYGROUND_ADDRESS_CONNECTIONS,
    },
    sessions: {
      supply: {
        instance: config.PLAYGROUND_INSTANCE ?? instanceName(config.PLAYGROUND_PORT),
        postgres: config.PLAYGROUND_IMAGE.postgres,
        containers,
        warm: config.PLAYGROUND_WARM,
        startsAtOnce: Math.max(2, machine.cpus),
        queue: config.PLAYGROUND_QUEUE,
      },
      expiry: {
        idleMs: config.PLAYGROUND_IDLE_MINUTES * minute,
        ageMs: config.PLAYGROUND_AGE_MINUTES * minute,
        noticeMs: Math.min(
          config.PLAYGROUND_NOTICE_SECONDS * second,
          (config.PLAYGROUND_IDLE_MINUTES * minute) / 2,
        ),
        awayMs: config.PLAYGROUND_AWAY_SECONDS * second,
      },
      mostSessions: config.PLAYGROUND_CONNECTIONS,
      addressKeeps: config.PLAYGROUND_ADDRESS_SESSIONS ?? shareOfOne(containers),
      eventBytes,
      builds,
      runMs: (config.PLAYGROUND_BUILD_SECONDS + config.PLAYGROUND_SCRIPT_SECONDS) * second + besidesMs,
      graceMs,
      drainMs: config.PLAYGROUND_DRAIN_SECONDS * second,
      sweepMs: 5 * minute,
    },
  };
}

/** What they mean for the language servers in its containers. */
export function languageSettings(
  config: Config,
  machine: Machine,
  project: Pick<LanguageOptions, 'starter' | 'crates'>,
): LanguageOptions {
  return {
    seats: new Seats(config.PLAYGROUND_LANGUAGE_SERVERS ?? languageServersFor(machine)),
    memoryBytes: config.PLAYGROUND_LANGUAGE_MEMORY_MB * MiB,
    ...project,
  };
}

/** What they mean for its containers. `cpus` of the Engine's machine: it refuses to promise more. */
export function containerSettings(
  config: Config,
  seccompProfile: string,
  cpus: number,
): DockerSandboxOptions {
  return {
    ...dockerSandboxDefaults,
    images: config.PLAYGROUND_IMAGE.tags,
    seccompProfile,
    runtime: config.PLAYGROUND_RUNTIME,
    memoryBytes: config.PLAYGROUND_MEMORY_MB * MiB,
    processes: config.PLAYGROUND_PROCESSES,
    cpus: Math.min(config.PLAYGROUND_CPUS, cpus),
  };
}

/**
 * Two servers of one name would take each other's containers for orphans, so the name holds what two cannot share: the
 * port of a machine, or where that is not known beforehand, the process.
 */
function instanceName(port: number): string {
  return `${hostname()}-${port === 0 ? `process-${process.pid}` : port}`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
