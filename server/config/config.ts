import { z } from 'zod';
import { fail, ok, type Result } from '../../protocol/result.ts';
import { imageList, originList, sourceList, whole } from './settingTypes.ts';

interface Setting<S extends z.ZodType = z.ZodType> {
  schema: S;
  /** The default as a person would write it; null where there is none or it depends on the machine. */
  default: string | null;
  /** In words, what applies where there is no default. */
  otherwise: string;
  does: string;
}

const setting = <S extends z.ZodType>(
  schema: S,
  standard: string | null,
  does: string,
  otherwise = '',
): Setting<S> => ({ schema, default: standard, does, otherwise });

/** All that an operator can set, by environment variable. The README's table is checked against this one. */
export const settings = {
  PLAYGROUND_HOST: setting(
    z.string().min(1).max(253),
    '127.0.0.1',
    'Address to listen on; `0.0.0.0` for all interfaces.',
  ),
  PLAYGROUND_PORT: setting(whole(0, 65_535), '3000', 'Port to listen on; 0 for any free port.'),
  PLAYGROUND_ORIGINS: setting(
    originList,
    '',
    'Additional origins that may open a session, separated by commas. A server on loopback also accepts their host names.',
  ),
  PLAYGROUND_PROXIES: setting(
    whole(0, 5),
    '0',
    'Number of trusted reverse proxies in front of the server; their `X-Forwarded-For` is used.',
  ),
  PLAYGROUND_INSTANCE: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, 'must be letters, digits, _ . -')
      .optional(),
    null,
    'Name of this server at its Docker Engine, where no other may have it. The server removes containers with this name that it does not know.',
    'host name and port',
  ),
  PLAYGROUND_IMAGE: setting(
    imageList,
    'pgrx-playground:dev',
    'Session image, or one per Postgres version as `17=…,18=…`, the default first; `17/0.18.1=…` adds one with another pgrx. `npm start` sets it.',
  ),
  PLAYGROUND_STORE: setting(
    z.string().min(1).max(4096),
    'data/links.db',
    'SQLite file that stores shared links. Its folder must exist, unless it is the default.',
  ),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must be a Postgres URL such as postgres://user@host/database')
      .optional(),
    null,
    'Postgres database that stores shared links instead of the file.',
    'none',
  ),
  PLAYGROUND_STORE_MB: setting(
    whole(1, 1_000_000),
    '4096',
    'Maximum total size of all shared links, in MB. When it is reached, nobody can share until links are deleted.',
  ),
  PLAYGROUND_SOURCES: setting(
    sourceList,
    '',
    'Locations from which `/?src=name/path` may open `.rs` and `.sql` files, as `name=https://host/path/`, separated by commas.',
  ),
  PLAYGROUND_RUNTIME: setting(
    z
      .string()
      .regex(/^[\w.-]+$/, 'must be the name of an OCI runtime')
      .optional(),
    null,
    'OCI runtime for the containers, such as `runsc`.',
    "the Engine's default",
  ),
  PLAYGROUND_MEMORY_MB: setting(whole(512, 65_536), '1024', 'Memory limit of a container, in MB.'),
  PLAYGROUND_PROCESSES: setting(
    whole(64, 4_096),
    '256',
    'Maximum number of processes and threads in a container.',
  ),
  PLAYGROUND_CPUS: setting(z.coerce.number().min(0.25).max(64), '2', 'Number of CPUs a container may use.'),
  PLAYGROUND_SESSIONS: setting(
    whole(1, 2_000).optional(),
    null,
    'Maximum number of containers at a time; further sessions queue.',
    'one per 192 MB of memory beyond 2 GB (2 to 500)',
  ),
  PLAYGROUND_ADDRESS_SESSIONS: setting(
    whole(1, 2_000).optional(),
    null,
    'Number of containers one address keeps while another address that has some is waiting; idle ones beyond it are given away.',
    'three quarters of `PLAYGROUND_SESSIONS`',
  ),
  PLAYGROUND_LANGUAGE_SERVERS: setting(
    whole(0, 500).optional(),
    null,
    'Maximum number of language servers at a time; 0 turns them off.',
    'one per 3 GB of memory beyond 2 GB (1 to 100)',
  ),
  PLAYGROUND_LANGUAGE_MEMORY_MB: setting(
    whole(0, 16_384),
    '1536',
    'Extra memory for a container while a language server runs in it, in MB.',
  ),
  PLAYGROUND_WARM: setting(whole(0, 50), '2', 'Number of started containers kept ready for new sessions.'),
  PLAYGROUND_BUILDS: setting(
    whole(1, 256).optional(),
    null,
    'Maximum number of builds at a time; further builds queue.',
    'number of CPUs',
  ),
  PLAYGROUND_PREPARE: setting(
    z.enum(['on', 'off']),
    'on',
    'Whether idle CPUs build edited code before the user presses Run.',
  ),
  PLAYGROUND_QUEUE: setting(
    whole(1, 10_000),
    '500',
    'Maximum number of sessions waiting for a container; one address may have three quarters of them.',
  ),
  PLAYGROUND_IDLE_MINUTES: setting(
    whole(1, 1_440),
    '15',
    'Minutes without activity after which a session ends.',
  ),
  PLAYGROUND_AWAY_SECONDS: setting(
    whole(5, 86_400),
    '120',
    'How many seconds a container is kept after its page was closed or went offline; 5 while somebody waits for one.',
  ),
  PLAYGROUND_AGE_MINUTES: setting(whole(5, 10_080), '240', 'Maximum age of a container, in minutes.'),
  PLAYGROUND_NOTICE_SECONDS: setting(
    whole(5, 600),
    '60',
    'How many seconds before it ends a session is warned.',
  ),
  PLAYGROUND_BUILD_SECONDS: setting(whole(5, 3_600), '60', 'Time limit for a build, in seconds.'),
  PLAYGROUND_STATEMENT_SECONDS: setting(whole(1, 600), '10', 'Time limit for one SQL statement, in seconds.'),
  PLAYGROUND_SCRIPT_SECONDS: setting(whole(1, 3_600), '30', 'Time limit for all SQL of a run, in seconds.'),
  PLAYGROUND_RUNS_PER_MINUTE: setting(whole(1, 6_000), '60', 'Maximum runs per minute in a session.'),
  PLAYGROUND_ADDRESS_RUNS_PER_MINUTE: setting(
    whole(1, 600_000),
    '3000',
    'Maximum runs per minute from one address, which may serve a whole room.',
  ),
  PLAYGROUND_API_RUNS_PER_MINUTE: setting(
    whole(1, 60_000),
    '120',
    'Maximum runs per minute from one address through the HTTP API.',
  ),
  PLAYGROUND_ADDRESS_SHARES_PER_MINUTE: setting(
    whole(0, 60_000),
    '600',
    'Maximum links created per minute from one address.',
  ),
  PLAYGROUND_ADDRESS_SHARE_MB_PER_DAY: setting(
    whole(1, 1_000_000),
    '512',
    'Maximum total size of the links created per day from one address, in MB; an eighth of it per minute.',
  ),
  PLAYGROUND_ADDRESS_CONNECTIONS: setting(
    whole(1, 10_000),
    '1000',
    'Maximum number of connected pages from one address.',
  ),
  PLAYGROUND_CONNECTIONS: setting(
    whole(10, 60_000),
    '4000',
    'Maximum number of sockets of all kinds, and of sessions, including those without a page. One address may have three quarters of the sockets.',
  ),
  PLAYGROUND_DRAIN_SECONDS: setting(
    whole(0, 300),
    '5',
    'How many seconds a stopping server waits for runs to finish.',
  ),
  PLAYGROUND_TUTORIALS: setting(
    z.string().min(1).max(4096).optional(),
    null,
    'Folder with your own courses, in addition to the built-in ones.',
    'none',
  ),
  PLAYGROUND_METRICS: setting(z.enum(['on', 'off']), 'on', 'Whether `/metrics` is served.'),
  PLAYGROUND_LOG_LEVEL: setting(
    z.enum(['debug', 'info', 'warn', 'error']),
    'info',
    'Minimum level to log: `debug`, `info`, `warn`, or `error`. Logs are JSON lines.',
  ),
  PLAYGROUND_DEV: setting(
    z.enum(['0', '1']),
    '0',
    'Set to 1 to recompile the page when its files change, for development.',
  ),
} satisfies Record<string, Setting>;

export type Config = { [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> };

/** Named like ours, but read by set-up and tests alone. */
const setUpOnly = /^PLAYGROUND_(POSTGRES|PGRX|PGDG|CHROMIUM|TEST_.*)$/;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Fails with one line for each variable that is wrong. */
export function readConfig(environment: Environment): Result<Config, string[]> {
  const shape = Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema]));
  const given = Object.entries(settings).map(([name, { default: standard }]) => {
    const value = environment[name]?.trim();
    return [name, value ? value : (standard ?? undefined)];
  });
  const parsed = z.object(shape).safeParse(Object.fromEntries(given));
  if (parsed.success) return ok(parsed.data as Config);
  return fail(
    parsed.error.issues.map(({ path: [name = ''], message }) => {
      return withoutSecrets(`${shown(String(name), environment)}: ${message}`);
    }),
  );
}

/** A variable with its value, but for one that may be a password as a whole. */
function shown(name: string, environment: Environment): string {
  return name === 'DATABASE_URL' ? name : `${name}=${environment[name] ?? ''}`;
}

/** A text without what stands for user and password in its URLs. */
const withoutSecrets = (text: string) => text.replace(/\/\/[^\s/@]*(?:\/[^\s@]*)?@/g, '//…@');

/** Variables named like settings that are none: most likely mistyped. */
export function unknownSettings(environment: Environment): string[] {
  return Object.keys(environment).filter(
    (name) => name.startsWith('PLAYGROUND_') && !(name in settings) && !setUpOnly.test(name),
  );
}
