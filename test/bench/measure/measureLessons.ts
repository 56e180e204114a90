import { readCourses } from '../../../lessons/readCourses.ts';
import { playChecks } from '../../lessons/playChecks.ts';
import { startPlayground } from '../../server/playground.ts';
import { summarise } from '../stats.ts';

/** What Check takes with a lesson's solution, in milliseconds: the build, and all that the checks ask. */
export interface LessonTime {
  lesson: string;
  median: number;
  all: number[];
}

/** Presses Check in turn with the start and the solution of each lesson, so that each press has something to compile. */
export async function measureLessons(presses: number): Promise<LessonTime[]> {
  const { courses } = await readCourses(['tutorials']);
  await using playground = await startPlayground('bench-lessons');
  const { postgres } = playground.sandbox;
  const times: LessonTime[] = [];
  for (const lesson of courses.flatMap((course) => course.lessons)) {
    if (lesson.postgres && !lesson.postgres.includes(postgres)) continue;
    const all: number[] = [];
    for (let press = 0; press < presses; press++) {
      await playChecks(playground, lesson, lesson.start);
      const { ms, end } = await playChecks(playground, lesson, lesson.solution);
      if (end.kind !== 'ok') throw new Error(`The solution of ${lesson.name} does not pass: ${end.kind}`);
      all.push(ms);
    }
    times.push({ lesson: lesson.name, median: summarise(all).median, all });
  }
  return times;
}
