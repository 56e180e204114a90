import path from 'node:path';
import { courseFile } from '../protocol/lesson.ts';
import { courseFolder } from '../protocol/lessonName.ts';
import type { Course } from './lesson.ts';
import { linkProblems } from './linkProblems.ts';
import { parseToml } from './parseToml.ts';
import type { LessonProblem } from './problem.ts';
import { folderNames, readFiles } from './readFiles.ts';
import { readLesson } from './readLesson.ts';

export interface ReadCourses {
  /** In the order in which they are shown, with all lessons that can be shown. */
  courses: Course[];
  problems: LessonProblem[];
}

/** Reads the courses of some folders. A course of a later folder stands for one of the same name of an earlier. */
export async function readCourses(roots: readonly string[]): Promise<ReadCourses> {
  const courses = new Map<string, Course>();
  const problems: LessonProblem[] = [];
  for (const root of roots) {
    const names = await folderNames(root);
    if (!names) problems.push({ file: root, line: 1, message: 'The courses folder doesn’t exist.' });
    for (const name of names ?? []) {
      const course = await readCourse(root, name, problems);
      if (course) courses.set(name, course);
    }
  }
  const all = new Set([...courses.values()].flatMap(({ lessons }) => lessons.map(({ name }) => name)));
  for (const { lessons } of courses.values())
    for (const { name, text, hints } of lessons) {
      const report = (file: string) => (line: number, message: string) =>
        void problems.push({ file: `${name}/${file}`, line, message });
      linkProblems(text, name, all, report('lesson.md'));
      for (const hint of hints) linkProblems(hint, name, all, report('hints.md'));
    }
  const sorted = [...courses.values()].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
  return { courses: sorted, problems };
}

async function readCourse(root: string, name: string, problems: LessonProblem[]): Promise<Course | null> {
  const report = (line: number, message: string) =>
    void problems.push({ file: `${name}/course.toml`, line, message });
  if (!courseFolder.safeParse(name).success) {
    problems.push({
      file: name,
      line: 1,
      message: 'A course folder name must consist of lowercase letters, digits, and dashes.',
    });
    return null;
  }
  const folders = (await folderNames(path.join(root, name))) ?? [];
  const { 'course.toml': toml } = (await readFiles(path.join(root, name), { deep: false })) ?? {};
  if (toml === undefined) report(1, 'This file is missing.');
  const about = toml === undefined ? null : parseToml(toml, courseFile, report);
  const numbers = new Map<string, string>();
  const read = await Promise.all(folders.map((folder) => readLesson(root, `${name}/${folder}`)));
  for (const folder of folders) {
    const twin = numbers.get(folder.slice(0, 2));
    if (twin) report(1, `${twin} and ${folder} have the same number.`);
    numbers.set(folder.slice(0, 2), folder);
  }
  problems.push(...read.flatMap((one) => one.problems));
  return about && { name, ...about, lessons: read.flatMap(({ lesson }) => lesson ?? []) };
}
