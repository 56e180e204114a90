import path from 'node:path';
import { parseArgs } from 'node:util';
import { courseFolders } from '../../lessons/courseFolders.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { type LessonProblem, problemLine } from '../../lessons/problem.ts';
import { readCourses } from '../../lessons/readCourses.ts';
import { startPlayground } from '../server/playground.ts';
import { testMajors } from '../support/subject.ts';
import { tryLesson } from './tryLesson.ts';

const usage = `npm run lessons -- [check [course[/lesson]]] [--run]
  Checks the lessons in tutorials/ and PLAYGROUND_TUTORIALS for problems.
  --run  also follows the text of each lesson and tries its checks against start and solution, in containers for each
         Postgres version in PLAYGROUND_IMAGE.`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { run: { type: 'boolean' } } });
const [command = 'check', given = ''] = positionals;
if (command !== 'check' || positionals.length > 2) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const wanted = given.replace(/\/$/, '');
const root = path.join(import.meta.dirname, '../..');
const folders = courseFolders(root, process.env.PLAYGROUND_TUTORIALS);
const { courses, problems } = await readCourses(folders);
const isWanted = (name: string) => wanted === '' || name === wanted || name.startsWith(`${wanted}/`);
const lessons = courses.flatMap((course) => course.lessons).filter(({ name }) => isWanted(name));
const nameIn = (folder: string, file: string) => path.relative(folder, file).replaceAll(path.sep, '/');
// What is wrong with a folder of courses may be why a lesson isn't found.
const read = problems.filter(
  ({ file }) => folders.includes(file) || folders.some((folder) => isWanted(nameIn(folder, file))),
);
let found = 0;
const say = (problem: LessonProblem) => {
  found += 1;
  process.stdout.write(`${problemLine({ ...problem, file: shown(problem.file) })}\n`);
};
for (const problem of read) say(problem);
if (lessons.length === 0 && read.length === 0) {
  process.stdout.write(`There is no course or lesson "${wanted}" in ${folders.map(shown).join(' or ')}.\n`);
  process.exit(1);
}
if (values.run) for (const major of testMajors) await run(major);
process.stdout.write(found === 0 ? `${lessons.length} lessons, no problems.\n` : `${found} problems.\n`);
process.exit(found === 0 ? 0 : 1);

async function run(postgres: number): Promise<void> {
  await using playground = await startPlayground('lessons', { postgres });
  for (const lesson of lessons.filter((one) => holdsOn(one, postgres))) {
    process.stdout.write(`Postgres ${postgres}: ${lesson.name} …\n`);
    for (const problem of await tryLesson(playground, lesson)) say(problem);
  }
}

function holdsOn(lesson: Lesson, postgres: number): boolean {
  return lesson.postgres === null || lesson.postgres.includes(postgres);
}

/** A path as it is typed from here. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
