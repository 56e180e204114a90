import type { Suggestion } from '../../../protocol/events.ts';
import { type RunFindings, textOfRun } from './marks.ts';
import type { Span } from './span.ts';
import { spanMapper } from './spanMapper.ts';

/** A change that the compiler proposes, as it fits the text of now. */
export interface Fix {
  title: string;
  /** Whether rustc is sure that the change is what was meant. */
  sure: boolean;
  /** Where it is offered: the place of the diagnostic that it belongs to. */
  at: Span;
  edits: { span: Span; text: string }[];
}

/**
 * What the compiler proposes for a document. A proposal that changes another file as well, or lines that read otherwise
 * now than in the run, is not offered: it could only make things worse.
 */
export function fixesOf(document: string, text: string, { diagnostics, request }: RunFindings): Fix[] {
  const before = textOfRun(request, document);
  if (before === null) return [];
  const here = spanMapper(before, text);
  return diagnostics.flatMap((diagnostic) => {
    const { line, column, endLine, endColumn, file } = diagnostic;
    if (file !== document || line === null) return [];
    const at = here({
      line,
      column: column ?? 1,
      endLine: endLine ?? line,
      endColumn: endColumn ?? column ?? 1,
    });
    if (!at) return [];
    return diagnostic.suggestions.flatMap((suggestion) => {
      const edits = suggestion.edits.map((edit) => (edit.file === document ? here(edit) : null));
      if (edits.length === 0 || edits.includes(null)) return [];
      return {
        title: fixTitle(suggestion),
        sure: suggestion.applicability === 'MachineApplicable',
        at,
        edits: suggestion.edits.map((edit, index) => ({
          span: edits[index] ?? edit,
          text: edit.replacement,
        })),
      };
    });
  });
}

/** rustc's own words, and what it would write where that is short. */
function fixTitle({ message, applicability, edits }: Suggestion): string {
  const text = edits.length === 1 ? (edits[0]?.replacement.trim() ?? '') : '';
  const shown =
    text !== '' && text.length <= 40 && !text.includes('\n') && !message.includes(text) ? `: ${text}` : '';
  const unsure = applicability === 'HasPlaceholders' ? ' (has a gap to fill in)' : '';
  return `${message}${shown}${unsure}`;
}
