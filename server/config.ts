import { z } from 'zod';
import { fail, ok, type Result } from './base/result.ts';
import { imageList, originList, sourceList, whole } from './settingTypes.ts';

interface Setting<S extends z.ZodType = z.ZodType> {
  schema: S;
  /** The default as a person would write it; null where it depends on the machine, which `does` then explains. */
  default: string | null;
  does: string;
}

const setting = <S extends z.ZodType>(schema: S, standard: string | null, does: string): Setting<S> => ({
  schema,
  default: standard,
  does,
});

/** All that an operator can set, by environment variable. The README's table is checked against this one. */
export const settings = {
  PLAYGROUND_HOST: setting(
    z.string().min(1).max(253),
    '127.0.0.1',
    'Address to listen on; `0.0.0.0` for all.',
  ),
  PLAYGROUND_PORT: setting(whole(0, 65_535), '3000', 'Port to listen on; 0 for any that is free.'),
  PLAYGROUND_ORIGINS: setting(
    originList,
    '',
    'Origins besides its own that may open a session, and whose names a server on loopback answers to, separated by commas.',
  ),
  PLAYGROUND_PROXIES: setting(
    whole(0, 5),
    '0',
    'Trusted reverse proxies before it, whose `X-Forwarded-For` counts.',
  ),
  PLAYGROUND_INSTANCE: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, 'must be letters, digits, _ . -')
      .optional(),
    null,
    'Name of this server at its Engine: it removes containers of this name that it does not know. The name of the machine and the port.',
  ),
  PLAYGROUND_IMAGE: setting(
    imageList,
    'pgrx-playground:dev',
    'Session image, or one for each Postgres as `17=…,18=…`, the default first. `npm start` sets it.',
  ),
  PLAYGROUND_STORE: setting(
    z.string().min(1).max(4096),
    'data/links.db',
    'File of the shared links, which SQLite keeps.',
  ),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must be the address of a Postgres, as postgres://user@host/database')
      .optional(),
    null,
    'A Postgres to keep the shared links in, instead of the file.',
  ),
  PLAYGROUND_STORE_MB: setting(
    whole(1, 1_000_000),
    '4096',
    'What all shared links may take; beyond it none can be made, until some are deleted.',
  ),
  PLAYGROUND_SOURCES: setting(
    sourceList,
    '',
    'Places whose `.rs` and `.sql` files `/?src=name/path` opens, as `name=https://host/path/`, separated by commas.',
  ),
  PLAYGROUND_RUNTIME: setting(
    z
      .string()
      .regex(/^[\w.-]+$/, 'must be the name of an OCI runtime')
      .optional(),
    null,
    "OCI runtime of the containers, such as `runsc`; the Engine's default.",
  ),
  PLAYGROUND_MEMORY_MB: setting(whole(512, 65_536), '1024', 'Memory of one container, all in it counted.'),
  PLAYGROUND_PROCESSES: setting(whole(64, 4_096), '256', 'Processes and threads of one container.'),
  PLAYGROUND_CPUS: setting(z.coerce.number().min(0.25).max(64), '2', 'CPUs that one container may use.'),
  PLAYGROUND_SESSIONS: setting(
    whole(1, 2_000).optional(),
    null,
    'Containers at the same time; others queue. One for each 192 MB of memory beyond 2 GB, from 2 to 500.',
  ),
  PLAYGROUND_ADDRESS_SESSIONS: setting(
    whole(1, 2_000).optional(),
    null,
    'Containers that one address keeps though another that has some waits; idle ones beyond are given to it. Three quarters of all.',
  ),
  PLAYGROUND_LANGUAGE_SERVERS: setting(
    whole(0, 500).optional(),
    null,
    'Language servers at the same time; 0 for none. One for each 3 GB of memory beyond 2 GB, from 1 to 100.',
  ),
  PLAYGROUND_LANGUAGE_MEMORY_MB: setting(
    whole(0, 16_384),
    '1536',
    'Memory that a container may use beyond its own while a language server runs in it.',
  ),
  PLAYGROUND_WARM: setting(whole(0, 50), '2', 'Started containers kept ready for newcomers.'),
  PLAYGROUND_BUILDS: setting(
    whole(1, 256).optional(),
    null,
    'Builds at the same time; others queue. The number of CPUs.',
  ),
  PLAYGROUND_PREPARE: setting(
    z.enum(['on', 'off']),
    'on',
    'Whether an idle CPU builds what somebody has typed before they press Run.',
  ),
  PLAYGROUND_QUEUE: setting(
    whole(1, 10_000),
    '500',
    'Sessions that may wait for a container, of one address three quarters of them.',
  ),
  PLAYGROUND_IDLE_MINUTES: setting(
    whole(1, 1_440),
    '15',
    'A session ends when nothing was done in it for so long.',
  ),
  PLAYGROUND_AWAY_SECONDS: setting(
    whole(5, 86_400),
    '120',
    'A container ends when its page was closed or offline for so long; after 5 seconds where somebody waits for one.',
  ),
  PLAYGROUND_AGE_MINUTES: setting(whole(5, 10_080), '240', 'A container ends when it is so old.'),
  PLAYGROUND_NOTICE_SECONDS: setting(whole(5, 600), '60', 'How long before its end a session is told.'),
  PLAYGROUND_BUILD_SECONDS: setting(whole(5, 3_600), '60', 'What a build may take.'),
  PLAYGROUND_STATEMENT_SECONDS: setting(whole(1, 600), '10', 'What one SQL statement may take.'),
  PLAYGROUND_SCRIPT_SECONDS: setting(whole(1, 3_600), '30', 'What the SQL of one run may take.'),
  PLAYGROUND_RUNS_PER_MINUTE: setting(whole(1, 6_000), '60', 'Runs of one session.'),
  PLAYGROUND_ADDRESS_RUNS_PER_MINUTE: setting(
    whole(1, 600_000),
    '3000',
    'Runs of one address, behind which a whole room may sit.',
  ),
  PLAYGROUND_API_RUNS_PER_MINUTE: setting(whole(1, 60_000), '120', 'Runs of one address by the HTTP API.'),
  PLAYGROUND_ADDRESS_SHARES_PER_MINUTE: setting(whole(0, 60_000), '600', 'Links that one address may make.'),
  PLAYGROUND_ADDRESS_SHARE_MB_PER_DAY: setting(
    whole(1, 1_000_000),
    '512',
    'What the links of one address may take in a day, and an eighth of it in a minute.',
  ),
  PLAYGROUND_ADDRESS_CONNECTIONS: setting(whole(1, 10_000), '1000', 'Pages of one address at the same time.'),
  PLAYGROUND_CONNECTIONS: setting(
    whole(10, 60_000),
    '4000',
    'Sockets of all kinds at the same time, of one address three quarters of them; also sessions, with those whose page is gone.',
  ),
  PLAYGROUND_DRAIN_SECONDS: setting(whole(0, 300), '5', 'How long a server that ends waits for runs.'),
  PLAYGROUND_TUTORIALS: setting(
    z.string().min(1).max(4096).optional(),
    null,
    'Folder with courses of your own, beside those that are there.',
  ),
  PLAYGROUND_METRICS: setting(z.enum(['on', 'off']), 'on', 'Whether `/metrics` answers.'),
  PLAYGROUND_LOG_LEVEL: setting(
    z.enum(['debug', 'info', 'warn', 'error']),
    'info',
    'What is logged, as JSON lines.',
  ),
  PLAYGROUND_DEV: setting(z.enum(['0', '1']), '0', 'With 1 the page is compiled anew as its files change.'),
} satisfies Record<string, Setting>;

export type Config = { [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> };

/** Named like ours, but read by set-up and tests alone. */
const setUpOnly = /^PLAYGROUND_(POSTGRES|PGDG|CHROMIUM|TEST_.*)$/;

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
      return `${String(name)}=${environment[String(name)] ?? ''}: ${message}`;
    }),
  );
}

/** Variables named like settings that are none: most likely mistyped. */
export function unknownSettings(environment: Environment): string[] {
  return Object.keys(environment).filter(
    (name) => name.startsWith('PLAYGROUND_') && !(name in settings) && !setUpOnly.test(name),
  );
}
