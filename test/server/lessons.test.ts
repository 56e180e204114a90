import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemLine } from '../../lessons/problem.ts';
import { readCourses } from '../../lessons/readCourses.ts';
import { tryLesson } from '../lessons/tryLesson.ts';
import { testMajors } from '../support/subject.ts';
import { type Playground, startPlayground } from './playground.ts';

const { courses, problems } = await readCourses(['tutorials']);
const lessons = courses.flatMap((course) => course.lessons);
/** Longer than anything in a lesson takes on a machine that is busy with other things. */
const sql = { statementMs: 60_000, scriptMs: 90_000 };

test('nothing is wrong with any lesson’s files', () => {
  expect(problems.map(problemLine)).toEqual([]);
  expect(lessons.length).toBeGreaterThan(0);
});

// A container for each lesson would take longer than the lessons. Learners go through a course in one, too. Of two
// majors one waits, for Postgres or for a limit, where the other computes.
describe.concurrent.each(testMajors)('on Postgres %i', (postgres) => {
  const here = lessons.filter((lesson) => lesson.postgres?.includes(postgres) ?? true);
  let playground: Playground;
  beforeAll(async () => {
    playground = await startPlayground('lessons', { postgres, sql });
  });
  afterAll(async () => {
    await playground[Symbol.asyncDispose]();
  });

  test.for(here)(
    '$name: the text is true, the start fails a check, the solution passes all',
    { concurrent: false, timeout: 300_000 },
    async (lesson) => {
      const found = await tryLesson(playground, lesson);
      // What a broken lesson has left behind is not to be told of the next.
      if (found.length > 0) await playground.renew();
      expect(found.map(problemLine)).toEqual([]);
    },
  );
});
