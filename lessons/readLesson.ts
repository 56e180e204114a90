import path from 'node:path';
import { lessonFile } from '../protocol/lesson.ts';
import { lessonName } from '../protocol/lessonName.ts';
import { projectFiles } from '../protocol/project.ts';
import type { Lesson, LessonCode } from './lesson.ts';
import { parseChecks } from './parseChecks.ts';
import { parseHints } from './parseHints.ts';
import { parseToml } from './parseToml.ts';
import type { LessonProblem } from './problem.ts';
import { readFiles } from './readFiles.ts';
import { scriptPath } from './scriptPath.ts';
import { textSteps } from './textSteps.ts';

export interface ReadLesson {
  name: string;
  folder: string;
  /** All texts in its folder, by their paths. */
  files: Record<string, string>;
  /** Null where it is too broken to be shown. */
  lesson: Lesson | null;
  problems: LessonProblem[];
}

const known = /^(lesson\.toml|lesson\.md|checks\.md|hints\.md|(start|solution)\/.+)$/;

/** Reads the lesson `name` (course and folder) in the folder of courses `root`. */
export async function readLesson(root: string, name: string): Promise<ReadLesson> {
  const folder = path.join(root, name);
  const problems: LessonProblem[] = [];
  const reporter = (file: string) => (line: number, message: string) =>
    void problems.push({ file: path.join(folder, file), line, message });
  if (!lessonName.safeParse(name).success) {
    reporter('')(
      1,
      'A lesson folder must be named like 02-first-function: two digits, then lowercase letters, digits, and dashes.',
    );
    return { name, folder, files: {}, lesson: null, problems };
  }
  const read = await readFiles(folder);
  if (!read.ok) {
    reporter('')(1, read.error);
    return { name, folder, files: {}, lesson: null, problems };
  }
  const files = read.value;
  for (const file of Object.keys(files))
    if (!known.test(file)) reporter(file)(1, 'This file is not part of a lesson.');
  const need = (file: string) => {
    if (files[file] === undefined) reporter(file)(1, 'This file is missing.');
    return files[file] ?? '';
  };
  const toml = need('lesson.toml');
  const about = toml === '' ? null : parseToml(toml, lessonFile, reporter('lesson.toml'));
  const text = need('lesson.md');
  const start = codeIn(files, 'start');
  const changes = codeIn(files, 'solution');
  const solution = { files: { ...start.files, ...changes.files }, sql: changes.sql ?? start.sql ?? '' };
  const checks = files['checks.md'];
  const hints = files['hints.md'];
  if (checks === undefined) need('checks.md');
  for (const [folder, code] of [['start', start] as const, ['solution', solution] as const]) {
    if (!('src/lib.rs' in code.files)) reporter(`${folder}/src/lib.rs`)(1, 'This file is missing.');
    const parsed = projectFiles.safeParse(code.files);
    for (const issue of parsed.error?.issues ?? []) reporter(folder)(1, issue.message);
  }
  const parts = {
    text,
    start: { files: start.files, sql: start.sql ?? '' },
    solution,
    steps: textSteps(text, reporter('lesson.md')),
    checks: checks === undefined ? [] : parseChecks(checks, reporter('checks.md')),
    hints: hints === undefined ? [] : parseHints(hints, reporter('hints.md')),
  };
  const isShown = text !== '' && 'src/lib.rs' in start.files;
  const lesson =
    about && isShown ? { name, folder, ...about, postgres: about.postgres ?? null, ...parts } : null;
  return { name, folder, files, lesson, problems };
}

function codeIn(files: Record<string, string>, folder: string): { files: LessonCode['files']; sql?: string } {
  const inside = Object.entries(files)
    .filter(([file]) => file.startsWith(`${folder}/`))
    .map(([file, text]) => [file.slice(folder.length + 1), text] as const);
  const { [scriptPath]: sql, ...project } = Object.fromEntries(inside);
  return { files: project, sql };
}
