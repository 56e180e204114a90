import type { RunEvent } from '../../protocol/events/events.ts';
import { abnormalEndTitle } from '../session/state/abnormalEndTitle.ts';
import { diagnosticDetails } from '../session/state/diagnosticDetails.ts';
import { testErrorsOf } from '../session/state/runParts.ts';
import { positionsIn, type TextPosition } from '../ui/text/positionAt.ts';
import { utf16Offset } from '../ui/text/utf16Offset.ts';
import { scriptDocument } from '../workspace/documents.ts';
import type { Problem } from './problem.ts';

const ranks = { error: 0, warning: 1, note: 2, help: 3 };

/**
 * What a run found wrong, errors first, then by file and place: what the compiler said; what Postgres refused, at its
 * line of Rust where the error came from there, else at its place in `script`; and the statements that crashed or met a
 * limit. The same thing said twice of a place counts once.
 */
export function problemsOf(events: readonly RunEvent[], script: string): Problem[] {
  const problems = new Map<string, Problem>();
  const positions = positionsIn(script);
  for (const event of [...events, ...testErrorsOf(events)]) {
    const problem = toProblem(event, positions);
    if (!problem) continue;
    const { severity, code, message, document, line, column } = problem;
    problems.set(JSON.stringify([severity, code, message, document, line, column]), problem);
  }
  return [...problems.values()].sort(inOrder);
}

function inOrder(one: Problem, other: Problem): number {
  return (
    ranks[one.severity] - ranks[other.severity] ||
    inPathOrder(one.document, other.document) ||
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0)
  );
}

/** What belongs to no file comes first, and the script last, as it runs last. */
function inPathOrder(one: string | null, other: string | null): number {
  if (one === other) return 0;
  const last = Number(one === scriptDocument) - Number(other === scriptDocument);
  return last || ((one ?? '') < (other ?? '') ? -1 : 1);
}

/** What names the lint or leads to its page: the editor's hover has it, a list of problems needs it not on each. */
const isAboutLint = /^(?:note: `(?:#\[|-[WD] )|help: for further information visit )/;

function toProblem(event: RunEvent, positions: (offset: number) => TextPosition): Problem | null {
  if (event.type === 'diagnostic') {
    const { severity, message, code, file, line, column } = event;
    const details = diagnosticDetails(event).filter((line) => !isAboutLint.test(line));
    return { severity, message, details, code, document: file, line, column, diagnostic: event };
  }
  const rest = { severity: 'error', diagnostic: null } as const;
  const nowhere = { document: null, line: null, column: null };
  if (event.type === 'crash' || event.type === 'limit') {
    const place = event.offset === undefined ? null : positions(event.offset);
    const at = place ? { document: scriptDocument, ...place } : nowhere;
    return { ...rest, message: abnormalEndTitle(event), details: [event.message], code: null, ...at };
  }
  if (event.type !== 'sqlError') return null;
  const { message, sqlstate, hint, file, line, offset, statement, position } = event;
  const details = hint ? [`HINT: ${hint}`] : [];
  const problem = { ...rest, message, details, code: sqlstate || null };
  if (file && line !== null) return { ...problem, document: file, line, column: 1 };
  if (offset === undefined) return { ...problem, ...nowhere };
  const place = positions(offset + (position ? utf16Offset(statement, position) : 0));
  return { ...problem, document: scriptDocument, ...place };
}
