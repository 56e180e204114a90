import type { Lesson } from '../../lessons/lesson.ts';
import type { LessonProblem } from '../../lessons/problem.ts';
import type { Playground } from '../server/playground.ts';
import { type PlayedChecks, playChecks } from './playChecks.ts';
import { TextReader } from './TextReader.ts';

/**
 * What in a lesson is not as it should be, seen in a real container: its start, its text, its solution. In this order a
 * text that begins with the start and ends with the solution has nothing compiled twice.
 */
export async function tryLesson(playground: Playground, lesson: Lesson): Promise<LessonProblem[]> {
  return [
    ...(await tryStart(playground, lesson)),
    ...(await tryText(playground, lesson)),
    ...(await trySolution(playground, lesson)),
  ];
}

/** The places where the text claims what does not come. */
export async function tryText(playground: Playground, lesson: Lesson): Promise<LessonProblem[]> {
  await using reader = new TextReader(playground, lesson);
  const problems: LessonProblem[] = [];
  for (const step of lesson.steps) {
    const message = await reader.take(step);
    if (message !== null) problems.push({ file: `${lesson.folder}/lesson.md`, line: step.line, message });
  }
  return problems;
}

/** The files that a lesson begins with must fail a check: there would be nothing to do. The first such is enough. */
export async function tryStart(playground: Playground, lesson: Lesson): Promise<LessonProblem[]> {
  const { end } = await playChecks(playground, lesson, lesson.start, { toFirstFailure: true });
  if (end.kind !== 'ok') return [];
  return [{ file: `${lesson.folder}/start`, line: 1, message: 'The start already passes all checks.' }];
}

/** Each check that the solution fails. */
export async function trySolution(playground: Playground, lesson: Lesson): Promise<LessonProblem[]> {
  const played = await playChecks(playground, lesson, lesson.solution);
  const problems = played.checks.flatMap((check) => {
    if (check.ok) return [];
    const line = lesson.checks[check.index]?.line ?? 1;
    const message = `The solution fails “${check.name}”. Expected:\n${check.expected}\nGot:\n${check.got}`;
    return [{ file: `${lesson.folder}/checks.md`, line, message }];
  });
  if (problems.length === 0 && played.end.kind !== 'ok')
    problems.push({ file: `${lesson.folder}/solution`, line: 1, message: whyNot(played) });
  return problems;
}

function whyNot({ end, events }: PlayedChecks): string {
  const said = events.flatMap((event) => {
    if (event.type === 'diagnostic') return [`${event.file}:${event.line}: ${event.message}`];
    if (event.type === 'sqlError' || event.type === 'limit' || event.type === 'crash') return [event.message];
    return [];
  });
  return ['The solution can’t be checked', `(${end.kind}):`, ...said].join(' ');
}
