import type { RunEvent } from '../../protocol/events/events.ts';
import { testErrorsOf } from '../session/state/runParts.ts';
import { positionsIn, type TextPosition } from '../ui/text/positionAt.ts';
import { utf16Offset } from '../ui/text/utf16Offset.ts';
import { scriptDocument } from '../workspace/documents.ts';
import type { Problem } from './problem.ts';

const ranks = { error: 0, warning: 1, note: 2, help: 3 };

/**
 * What a run found wrong, errors first: what the compiler said, and what Postgres refused, at its line of Rust where
 * the error came from there, else at its place in `script`. The same thing said twice of a place counts once.
 */
export function problemsOf(events: readonly RunEvent[], script: string): Problem[] {
  const problems = new Map<string, Problem>();
  const positions = positionsIn(script);
  for (const event of [...events, ...testErrorsOf(events)]) {
    const problem = toProblem(event, positions);
    if (problem) problems.set(JSON.stringify(problem), problem);
  }
  return [...problems.values()].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
}

function toProblem(event: RunEvent, positions: (offset: number) => TextPosition): Problem | null {
  if (event.type === 'diagnostic') {
    const { severity, message, code, file, line, column } = event;
    return { severity, message, code, document: file, line, column };
  }
  if (event.type !== 'sqlError') return null;
  const { message, sqlstate, file, line, offset, statement, position } = event;
  const problem = { severity: 'error', message, code: sqlstate || null } as const;
  if (file && line !== null) return { ...problem, document: file, line, column: 1 };
  if (offset === undefined) return { ...problem, document: null, line: null, column: null };
  const place = positions(offset + (position ? utf16Offset(statement, position) : 0));
  return { ...problem, document: scriptDocument, ...place };
}
