/**
 * What Postgres reads last: the project's own settings, the library that must be preloaded, and what the playground
 * itself needs in order to reach Postgres and to find out how it died, which no project may change.
 */
export function postgresSettings(settings: string | null, preload: string | null): string {
  const lines = settings === null ? [] : [settings];
  if (preload !== null) {
    const others = librariesIn(settings ?? '').filter((library) => library !== preload);
    lines.push(`shared_preload_libraries = '${[...others, preload].join(',').replaceAll("'", "''")}'`);
  }
  return [...lines, ...own, ''].join('\n');
}

const own = [
  "listen_addresses = ''",
  "unix_socket_directories = '/tmp'",
  'port = 5432',
  'logging_collector = off',
  "log_destination = 'stderr'",
  "log_line_prefix = ''",
  'restart_after_crash = on',
];

/** The names of the settings that are the playground's. */
export const ownSettings = own.map((line) => line.split(' ')[0]);

/** The libraries that a project's settings preload: the last line counts, as for Postgres. */
function librariesIn(settings: string): string[] {
  const line = /^[ \t]*shared_preload_libraries[ \t]*(?:=[ \t]*)?'((?:[^'\n]|'')*)'/gim;
  const value = [...settings.matchAll(line)].at(-1)?.[1] ?? '';
  return value
    .replaceAll("''", "'")
    .split(',')
    .map((library) => library.trim())
    .filter((library) => library !== '');
}
