import { hasPattern, matchesOutput } from '../../lessons/matchOutput.ts';
import type { CheckPart, LessonCheck } from '../../lessons/parseChecks.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { DatabaseState, Installed, RunContext, SqlPort, StepEnd } from '../ports/runPorts.ts';
import { hiddenTestSql, hiddenTests } from './hiddenTests.ts';
import { settled } from './LessonBuilds.ts';
import { missingLines, type Shortfall } from './missingLines.ts';
import { OutputText } from './OutputText.ts';
import { withoutComments } from './withoutComments.ts';

export interface CheckWork {
  sql: SqlPort;
  context: RunContext;
  database: DatabaseState;
  installed: Installed;
  /** The learner's files and script. */
  files: ProjectFiles;
  script: string;
  /** The SQL that pgrx made of the learner's own files. */
  generated: string;
  /** What rustc said to the checks' own Rust, where it refused that. */
  rustRefused: string | null;
}

/** Goes through a check's parts up to the first that does not hold. */
export async function runCheck(work: CheckWork, check: LessonCheck): Promise<Shortfall | null> {
  for (const part of check.parts) {
    const shortfall = await runPart(work, part);
    if (shortfall) return shortfall;
  }
  return null;
}

function runPart(work: CheckWork, part: CheckPart): Promise<Shortfall | null> | Shortfall | null {
  switch (part.kind) {
    case 'sql':
      return compare(work, part.sql, part.output, part.sql);
    case 'script':
      return compare(work, work.script, part.output, null);
    case 'generated':
      return missingLines(part.lines, work.generated.split(';'), 'the SQL that pgrx generates');
    case 'source': {
      const text = part.path === 'script.sql' ? work.script : (work.files[part.path] ?? '');
      return missingLines(part.lines, [withoutComments(text, part.path)], part.path);
    }
    case 'rust':
      return runTests(work, part.text);
  }
}

async function compare(
  work: CheckWork,
  sql: string,
  expected: string,
  shown: string | null,
): Promise<Shortfall | null> {
  const { got, end } = await execute(work, sql);
  const over = isOver(end) ? { end } : {};
  if (matchesOutput(expected, got) && !over.end) return null;
  return { sql: shown, expected, got, ...over };
}

async function runTests(work: CheckWork, rust: string): Promise<Shortfall | null> {
  const refused = work.rustRefused;
  if (refused !== null)
    return { sql: null, expected: 'The check’s Rust code compiles with yours.', got: refused };
  for (const { name, error } of hiddenTests(rust)) {
    const { got, end } = await execute(work, hiddenTestSql(name));
    const over = isOver(end) ? { end } : {};
    const holds = error === null ? end.kind === 'ok' : end.kind === 'failed' && hasPattern(got, `: ${error}`);
    if (holds && !over.end) continue;
    const expected = error === null ? `The test ${name} passes.` : `The test ${name} fails with: ${error}`;
    return { sql: null, expected, got: end.kind === 'ok' ? 'It passes.' : got, ...over };
  }
  return null;
}

async function execute(
  work: CheckWork,
  sql: string,
): Promise<{ got: string; end: { kind: 'ok' } | StepEnd }> {
  const output = new OutputText();
  await using run = work.sql.open({ ...work.context, emit: output.emit }, work.database);
  const end = await run.execute(work.installed, `SET search_path = lesson, public;\n${sql}`);
  work.installed = settled(work.installed);
  return { got: output.text, end };
}

/** Whether the container can't be used further, or the run was stopped. */
function isOver(end: { kind: 'ok' } | StepEnd): end is StepEnd {
  return (
    end.kind === 'cancelled' ||
    end.kind === 'lost' ||
    ('sandboxUnusable' in end && end.sandboxUnusable === true)
  );
}
