import path from 'node:path';
import { courseFile } from '../protocol/lesson.ts';
import { courseFolder } from '../protocol/lessonName.ts';
import type { Course } from './lesson.ts';
import { linkProblems } from './linkProblems.ts';
import { parseToml } from './parseToml.ts';
import type { LessonProblem } from './problem.ts';
import { folderNames, readFiles } from './readFiles.ts';
import { type ReadLesson, readLesson } from './readLesson.ts';

export interface ReadCourses {
  /** In the order in which they are shown, with all lessons that can be shown. */
  courses: Course[];
  /** The names of courses, and of lessons in other courses, that are too broken to be shown. */
  hidden: string[];
  problems: LessonProblem[];
}

/** A course's folder, with all that was read in it, whether it can be shown or not. */
interface ReadCourse {
  name: string;
  /** Null where it can't be shown. */
  course: Course | null;
  lessons: ReadLesson[];
  problems: LessonProblem[];
}

/** Reads the courses of some folders. A course of a later folder stands for one of the same name of an earlier. */
export async function readCourses(roots: readonly string[]): Promise<ReadCourses> {
  const read: ReadCourse[] = [];
  const problems: LessonProblem[] = [];
  for (const root of roots) {
    const names = await folderNames(root);
    if (!names.ok) problems.push({ file: root, line: 1, message: names.error });
    for (const name of names.ok ? names.value : []) read.push(await readCourse(root, name));
  }
  const courses = new Map<string, Course>();
  for (const { name, course } of read) if (course) courses.set(name, course);
  // Also of lessons that can't be shown: whoever mends them sees all at once.
  const lessonNames = new Set(read.flatMap(({ lessons }) => lessons.map(nameOf)));
  for (const one of read)
    problems.push(...one.problems, ...one.lessons.flatMap((of) => linksOf(of, lessonNames)));
  const sorted = [...courses.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
  return { courses: sorted, hidden: read.flatMap(hiddenIn), problems };
}

function hiddenIn({ name, course, lessons }: ReadCourse): string[] {
  return course ? lessons.filter(({ lesson }) => lesson === null).map(nameOf) : [name];
}

const nameOf = ({ name }: { name: string }) => name;

function linksOf({ name, folder, files }: ReadLesson, all: ReadonlySet<string>): LessonProblem[] {
  const problems: LessonProblem[] = [];
  for (const file of ['lesson.md', 'hints.md'])
    linkProblems(files[file] ?? '', name, all, (line, message) => {
      problems.push({ file: path.join(folder, file), line, message });
    });
  return problems;
}

async function readCourse(root: string, name: string): Promise<ReadCourse> {
  const folder = path.join(root, name);
  const problems: LessonProblem[] = [];
  const report = (line: number, message: string) =>
    void problems.push({ file: path.join(folder, 'course.toml'), line, message });
  if (!courseFolder.safeParse(name).success) {
    const message = 'A course folder name must consist of lowercase letters, digits, and dashes.';
    return { name, course: null, lessons: [], problems: [{ file: folder, line: 1, message }] };
  }
  const [folders, files] = await Promise.all([folderNames(folder), readFiles(folder, { deep: false })]);
  for (const part of [folders, files])
    if (!part.ok) problems.push({ file: folder, line: 1, message: part.error });
  const toml = files.ok ? files.value['course.toml'] : undefined;
  if (files.ok && toml === undefined) report(1, 'This file is missing.');
  const about = toml === undefined ? null : parseToml(toml, courseFile, report);
  const names = folders.ok ? folders.value : [];
  const lessons = await Promise.all(names.map((one) => readLesson(root, `${name}/${one}`)));
  const numbers = new Map<string, string>();
  for (const one of names) {
    const twin = numbers.get(one.slice(0, 2));
    if (twin) report(1, `${twin} and ${one} have the same number.`);
    numbers.set(one.slice(0, 2), one);
  }
  problems.push(...lessons.flatMap((one) => one.problems));
  const course = about && { name, ...about, lessons: lessons.flatMap(({ lesson }) => lesson ?? []) };
  return { name, course, lessons, problems };
}
