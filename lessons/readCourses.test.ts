import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { problemLine } from './problem.ts';
import { readCourses } from './readCourses.ts';

const good = {
  'one/course.toml': 'title = "One"\nsummary = "The first."\norder = 1\n',
  'one/01-a/lesson.toml': 'title = "A"\nsummary = "About a."\nminutes = 3\n',
  'one/01-a/lesson.md': 'See [b](../02-b/) and [Postgres](https://www.postgresql.org/).\n',
  'one/01-a/start/src/lib.rs': 'fn start() {}\n',
  'one/01-a/start/script.sql': 'select 1;\n',
  'one/01-a/solution/src/lib.rs': 'fn solution() {}\n',
  'one/01-a/checks.md': '## It works\n\n```sql\nselect 1;\n```\n\n```output\n…\n```\n',
  'one/01-a/hints.md': 'One.\n\n---\n\nTwo.\n',
};
const second = Object.fromEntries(
  Object.entries(good)
    .filter(([file]) => file.startsWith('one/01-a/'))
    .map(([file, text]) => [
      file.replace('01-a', '02-b').replace('b/02-b', '02-b'),
      text.replace('../02-b/', '../01-a'),
    ]),
);

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lessons-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  return folder;
}

async function problemsOf(changes: Record<string, string | null>): Promise<string[]> {
  const kept = Object.entries({ ...good, ...second, ...changes }).filter(([, text]) => text !== null);
  const { problems } = await readCourses([
    await folderWith(Object.fromEntries(kept) as Record<string, string>),
  ]);
  return problems.map(problemLine);
}

it('reads courses with their lessons', async () => {
  const { courses, problems } = await readCourses([await folderWith({ ...good, ...second })]);
  expect(problems).toEqual([]);
  expect(courses).toMatchObject([{ name: 'one', lessons: [{ name: 'one/01-a' }, { name: 'one/02-b' }] }]);
  expect(courses[0]?.lessons[0]).toMatchObject({
    title: 'A',
    minutes: 3,
    postgres: null,
    start: { files: { 'src/lib.rs': 'fn start() {}\n' }, sql: 'select 1;\n' },
    solution: { files: { 'src/lib.rs': 'fn solution() {}\n' }, sql: 'select 1;\n' },
    hints: ['One.', 'Two.'],
  });
});

it('takes an operator’s course for ours of the same name, and shows the others beside it', async () => {
  const ours = await folderWith({ ...good, ...second });
  const theirs = await folderWith({
    ...good,
    ...second,
    'one/course.toml': 'title = "Theirs"\nsummary = "s"\norder = 2\n',
    'two/course.toml': 'title = "Two"\nsummary = "s"\norder = 1\n',
  });
  const { courses } = await readCourses([ours, theirs]);
  expect(courses.map(({ title }) => title)).toEqual(['Two', 'Theirs']);
});

it('tells all that is wrong in one pass, also in what is too broken to be shown', async () => {
  const problems = await problemsOf({
    'one/course.toml': 'title = "One"\n',
    'one/01-a/lesson.toml': 'title = "A"\nlevel = 1\n',
    'one/01-a/checks.md': 'nothing\n',
    'one/01-a/lesson.md': '[x](../07-x/)\n\n```sql connection=Z\n```\n',
  });
  const all = problems.join('\n');
  for (const of of [
    'course.toml:1: summary:',
    'course.toml:1: order:',
    'lesson.toml:2: Unrecognized key',
    'lesson.toml:1: minutes:',
    'checks.md:1: No checks found.',
    'lesson.md:1: Lesson one/07-x doesn’t exist',
    'lesson.md:3: ',
  ])
    expect(all).toContain(of);
});

it('takes a lesson that can’t be shown for one that is there', async () => {
  const problems = await problemsOf({ 'one/02-b/lesson.toml': null });
  expect(problems.join('\n')).not.toContain('doesn’t exist');
  expect(problems).toEqual([expect.stringContaining('02-b/lesson.toml:1: This file is missing.')]);
});

it('tells where in the hints a link is', async () => {
  const problems = await problemsOf({ 'one/01-a/hints.md': 'One.\n\n---\n\n[x](../07-x/)\n' });
  expect(problems.join()).toContain('hints.md:5: Lesson one/07-x');
});

it.each<[string, string, Record<string, string | null>]>([
  [
    'TOML',
    'one/01-a/lesson.toml:2: Invalid TOML document',
    { 'one/01-a/lesson.toml': 'title = "A"\nminutes = = 3\n' },
  ],
  [
    'a field',
    'one/01-a/lesson.toml:3: minutes: Too big',
    { 'one/01-a/lesson.toml': 'title = "A"\nsummary = "x"\nminutes = 90\n' },
  ],
  [
    'an unknown field',
    'one/01-a/lesson.toml:4: Unrecognized key: "level"',
    { 'one/01-a/lesson.toml': 'title = "A"\nsummary = "x"\nminutes = 9\nlevel = 1\n' },
  ],
  ['a missing text', 'one/01-a/lesson.md:1: This file is missing.', { 'one/01-a/lesson.md': null }],
  ['missing checks', 'one/01-a/checks.md:1: This file is missing.', { 'one/01-a/checks.md': null }],
  [
    'a missing library',
    'one/01-a/start/src/lib.rs:1: This file is missing.',
    { 'one/01-a/start/src/lib.rs': null },
  ],
  ['a stray file', 'one/01-a/notes.txt:1: This file is not part of a lesson.', { 'one/01-a/notes.txt': 'x' }],
  [
    'a dead link',
    'one/01-a/lesson.md:3: Lesson one/07-x doesn’t exist: ../07-x/',
    { 'one/01-a/lesson.md': 'a\n\n[x](../07-x/)\n' },
  ],
  [
    'a link by http',
    'one/01-a/lesson.md:1: A link must point to a lesson or start with https:// – http://x.y',
    { 'one/01-a/lesson.md': '[x](http://x.y)\n' },
  ],
  [
    'a script as a link',
    'one/01-a/hints.md:1: A link must point to a lesson or start with https:// – javascript:alert(1)',
    { 'one/01-a/hints.md': '[x](javascript:alert(1))\n' },
  ],
  [
    'an image',
    'one/01-a/lesson.md:1: Images are not supported',
    { 'one/01-a/lesson.md': '![x](https://x.y/z.png)\n' },
  ],
  ['a folder’s name', 'one/First:1: A lesson folder must be named like', { 'one/First/lesson.md': 'x' }],
  ['numbers', 'one/course.toml:1: 01-a and 01-b have the same number.', { 'one/01-b/lesson.md': 'x' }],
  [
    'a course without its file',
    'three/course.toml:1: This file is missing.',
    { 'three/01-a/lesson.md': 'x' },
  ],
])('tells the file and line of what is wrong: %s', async (_what, problem, changes) => {
  expect((await problemsOf(changes)).join('\n')).toContain(problem);
});

it('says that a folder is not there', async () => {
  const { problems } = await readCourses(['/nowhere/at/all']);
  expect(problems.map(problemLine)).toEqual(['/nowhere/at/all:1: This folder doesn’t exist.']);
});
