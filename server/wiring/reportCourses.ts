import type { ReadCourses } from '../../lessons/readCourses.ts';
import { fail, ok, type Result } from '../../protocol/result.ts';
import type { Log } from '../base/log.ts';

/** A course with more mistakes than this is mended with `npm run lessons`, which tells all. */
const mostLogged = 50;

/**
 * Logs what is wrong with courses, and which are not shown for it: people are served without them. Fails, with a text for the
 * operator, where a folder of courses can't be read at all, since its path is then most likely mistyped.
 */
export function reportCourses(
  { problems, hidden }: ReadCourses,
  folders: readonly string[],
  log: Log,
): Result<void, string> {
  const broken = problems.find(({ file }) => folders.includes(file));
  if (broken) return fail(`PLAYGROUND_TUTORIALS (${broken.file}): ${broken.message}`);
  for (const { file, line, message } of problems.slice(0, mostLogged))
    log.warn({ file, line, problem: message }, 'a course has a problem');
  if (problems.length > mostLogged)
    log.warn({ more: problems.length - mostLogged }, 'courses have more problems; see npm run lessons');
  if (hidden.length > 0) log.warn({ hidden }, 'courses or lessons with problems are not shown');
  return ok(undefined);
}
