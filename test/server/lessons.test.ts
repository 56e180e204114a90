import { describe, expect, test } from 'vitest';
import { problemLine } from '../../lessons/problem.ts';
import { readCourses } from '../../lessons/readCourses.ts';
import { tryLesson } from '../lessons/tryLesson.ts';
import { testMajors } from '../support/subject.ts';
import { startPlayground } from './playground.ts';

const { courses, problems } = await readCourses(['tutorials']);
const lessons = courses.flatMap((course) => course.lessons);

test('nothing is wrong with any lesson’s files', () => {
  expect(problems.map(problemLine)).toEqual([]);
  expect(lessons.length).toBeGreaterThan(0);
});

describe.each(testMajors)('on Postgres %i', (postgres) => {
  const here = lessons.filter((lesson) => lesson.postgres?.includes(postgres) ?? true);
  test.each(here)(
    '$name: the text is true, the start fails a check, the solution passes all',
    async (lesson) => {
      await using playground = await startPlayground('lessons', { postgres });
      expect((await tryLesson(playground, lesson)).map(problemLine)).toEqual([]);
    },
    180_000,
  );
});
