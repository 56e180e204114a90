import { frameInProject, type RustPlace } from './rustPlace.ts';
import type { RustSources } from './rustSources.ts';

// Before Postgres has read the settings, each line has the time and the process before it.

/** A line in which Postgres says why it ends; more than 300 characters of it nobody reads. */
const fatal = /^(?:\d{4}-[^[\n]{1,40}\[\d{1,9}\] )?(?:FATAL|PANIC|ERROR): {2}(.{1,300})/;

/** Only says that a setting was refused, which the line before it names. */
const refusedSetting =
  /^(?:\d{4}-[^[\n]{1,40}\[\d{1,9}\] )?FATAL: {2}configuration file "[^"]{1,200}" contains errors/;
const setting = /^(?:\d{4}-[^[\n]{1,40}\[\d{1,9}\] )?LOG: {2}(.{1,300})/;
/** The file that it names is the server's own, of which the project's postgresql.conf is a part. */
const ownFile = / in file "\/pgdata\/[^"]{1,200}" line \d{1,9}$/;

/**
 * Why Postgres did not start, by its log: what it said last, and where in the project that was raised, which the backtrace
 * of a panic in `_PG_init` tells. Null where the log does not say.
 */
export function startFailure(
  log: string,
  sources: RustSources,
): { message: string; place: RustPlace | null } | null {
  const lines = log.split('\n');
  const end = lines.findLastIndex((line) => fatal.test(line));
  const refused = refusedSetting.test(lines[end] ?? '')
    ? lines.findLast((line, index) => index < end && setting.test(line))
    : undefined;
  const message = setting.exec(refused ?? '')?.[1]?.replace(ownFile, '') ?? fatal.exec(lines[end] ?? '')?.[1];
  if (message === undefined) return null;
  for (const line of lines.slice(end)) {
    const place = frameInProject(line, sources);
    if (place) return { message, place };
  }
  return { message, place: null };
}
