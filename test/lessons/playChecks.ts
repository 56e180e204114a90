import type { Lesson, LessonCode } from '../../lessons/lesson.ts';
import { type RunEvent, type RunEventOf, runEvent } from '../../protocol/events/events.ts';
import { lessonCheckSteps } from '../../server/lessons/lessonCheckSteps.ts';
import type { ModeEnd } from '../../server/ports/runPorts.ts';
import type { Playground } from '../server/playground.ts';

export interface PlayedChecks extends ModeEnd {
  events: RunEvent[];
  checks: RunEventOf<'lessonCheck'>[];
  ms: number;
}

/** Presses Check with some code in a real container. Where that leaves the container unusable, another takes its place. */
export async function playChecks(
  playground: Playground,
  lesson: Lesson,
  { files, sql }: LessonCode,
  { toFirstFailure = false } = {},
): Promise<PlayedChecks> {
  const steps = lessonCheckSteps(playground.build, playground.sql, async () => lesson);
  const { sandbox, state: database } = playground;
  const events: RunEvent[] = [];
  const stop = new AbortController();
  const began = performance.now();
  const { end, step } = await steps({
    context: {
      sandbox,
      emit(event) {
        events.push(runEvent.parse(event));
        if (toFirstFailure && event.type === 'lessonCheck' && !event.ok) stop.abort();
      },
      signal: stop.signal,
    },
    request: { postgres: sandbox.postgres, files, sql, mode: 'lessonCheck', lesson: lesson.name },
    database,
    releaseBuildSlot: () => {},
  });
  const ms = performance.now() - began;
  if (end.kind === 'lost' || ('sandboxUnusable' in end && end.sandboxUnusable)) await playground.renew();
  return { end, step, ms, events, checks: events.filter((event) => event.type === 'lessonCheck') };
}
