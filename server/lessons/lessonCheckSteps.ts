import type { Lesson } from '../../lessons/lesson.ts';
import type { LessonCheck } from '../../lessons/parseChecks.ts';
import type { RunEvent } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import { clipText } from '../base/clipText.ts';
import type { BuildPort, Installed, ModeEnd, ModeWork, RunModeSteps, SqlPort } from '../ports/runPorts.ts';
import { LessonBuilds } from './LessonBuilds.ts';
import type { Shortfall } from './missingLines.ts';
import { prepareChecks } from './prepareChecks.ts';
import { runCheck } from './runCheck.ts';

/**
 * The mode `lessonCheck`: builds the learner's files as they are, then tries the checks of the lesson that the request
 * names, in their order. Each is told by `lessonCheck`.
 */
export function lessonCheckSteps(
  build: BuildPort,
  sql: SqlPort,
  find: (name: string) => Promise<Lesson | null>,
): RunModeSteps {
  return async (work) => {
    const { context, request, releaseBuildSlot } = work;
    const lesson = request.lesson === undefined ? null : await find(request.lesson);
    const refusal = lesson ? wrongMajor(lesson, context.sandbox.postgres) : 'This lesson doesn’t exist.';
    if (!lesson || refusal) return { end: { kind: 'failed', message: refusal ?? undefined }, step: 'checks' };
    try {
      const own = await build.build(context, request.files);
      if (own.kind !== 'installed') return { end: own, step: 'build' };
      return await tryChecks(work, { build, sql, lesson, installed: own.installed });
    } finally {
      releaseBuildSlot();
    }
  };
}

interface Checking {
  build: BuildPort;
  sql: SqlPort;
  lesson: Lesson;
  installed: Installed;
}

async function tryChecks(work: ModeWork, { build, sql, lesson, installed }: Checking): Promise<ModeEnd> {
  const { context, request, database } = work;
  const builds = new LessonBuilds(build, context, request.files, installed);
  const added = await builds.addRust(lesson.checks);
  if (added.kind !== 'installed' && added.kind !== 'refused') return { end: added, step: 'build' };
  const prepared = await prepareChecks(work, sql, added.kind === 'installed' ? added.installed : installed);
  if (prepared.kind !== 'ok') return { end: prepared, step: 'sql' };
  let failed = false;
  for (const [index, check] of lesson.checks.entries()) {
    const there = await builds.for(check);
    if (there.kind !== 'installed' && there.kind !== 'refused') return { end: there, step: 'build' };
    const shortfall =
      there.kind === 'refused'
        ? { sql: null, expected: 'Your code compiles together with the check’s files.', got: there.said }
        : await runCheck(
            {
              sql,
              context,
              database,
              installed: there.installed,
              files: request.files,
              script: request.sql,
              generated: Object.keys(check.files).length > 0 ? there.installed.sql : installed.sql,
              rustRefused: builds.rustRefused,
            },
            check,
          );
    if (shortfall?.end?.kind === 'cancelled') return { end: shortfall.end, step: 'sql' };
    context.emit(checkEvent(check, { index, of: lesson.checks.length }, shortfall));
    failed ||= shortfall !== null;
    if (shortfall?.end) return { end: shortfall.end, step: 'sql' };
  }
  return { end: failed ? { kind: 'failed' } : { kind: 'ok' }, step: 'checks' };
}

function checkEvent(
  { name, message }: LessonCheck,
  place: { index: number; of: number },
  shortfall: Shortfall | null,
): RunEvent {
  const clip = (text: string | null) => (text === null ? null : clipText(text, limits.textLength));
  return {
    type: 'lessonCheck',
    ...place,
    name,
    ok: shortfall === null,
    message: shortfall ? clip(message) : null,
    sql: clip(shortfall?.sql ?? null),
    expected: clip(shortfall?.expected ?? null),
    got: clip(shortfall?.got ?? null),
  };
}

function wrongMajor({ postgres }: Lesson, major: number): string | null {
  if (!postgres || postgres.includes(major)) return null;
  return `This lesson is for Postgres ${postgres.join(', ')}. Choose it above, then check again.`;
}
