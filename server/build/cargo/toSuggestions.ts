import type { Suggestion } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import type { ProjectPlaces } from './ProjectPlaces.ts';
import type { RustcChild } from './rustcMessage.ts';

type Edit = Suggestion['edits'][number];

const applicabilities = ['MachineApplicable', 'MaybeIncorrect', 'HasPlaceholders'] as const;
const mostEdits = 64;

/**
 * The replacements that a help or note of the compiler proposes, if all of them are in the project. Several for one
 * place are alternatives; several places are edited together.
 */
export function toSuggestions({ message, spans }: RustcChild, places: ProjectPlaces): Suggestion[] {
  const edits: Edit[] = [];
  for (const span of spans) {
    if (span.suggested_replacement === null) continue;
    const place = places.of(span);
    // A replacement inside of a macro's own source does not fit the call.
    if (!place || span.expansion || span.suggested_replacement.length > limits.textLength) return [];
    if (edits.length === mostEdits) return [];
    edits.push({ ...place, replacement: span.suggested_replacement });
  }
  if (edits.length === 0) return [];
  const applicability =
    applicabilities.find((one) => one === spans[0]?.suggestion_applicability) ?? 'Unspecified';
  const suggestion = (of: Edit[]): Suggestion => ({
    message: clipText(message, limits.textLength),
    applicability,
    edits: of,
  });
  if (!overlap(edits)) return [suggestion(edits)];
  return edits.every((edit) => samePlace(edit, edits[0])) ? edits.map((edit) => suggestion([edit])) : [];
}

function samePlace(one: Edit, other: Edit | undefined): boolean {
  return (
    one.file === other?.file &&
    one.line === other.line &&
    one.column === other.column &&
    one.endLine === other.endLine &&
    one.endColumn === other.endColumn
  );
}

function overlap(edits: Edit[]): boolean {
  const sorted = edits.toSorted(
    (one, other) =>
      one.file.localeCompare(other.file) || before(one.line, one.column, other.line, other.column),
  );
  return sorted.some((edit, index) => {
    const next = sorted[index + 1];
    if (!next || next.file !== edit.file) return false;
    return samePlace(edit, next) || before(edit.endLine, edit.endColumn, next.line, next.column) > 0;
  });
}

const before = (line: number, column: number, otherLine: number, otherColumn: number) =>
  line - otherLine || column - otherColumn;
