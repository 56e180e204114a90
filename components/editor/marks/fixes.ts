import type { Suggestion } from '../../../protocol/events/events.ts';
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

/** rustc's own words, and what it would write where that is short. A remark, such as "there is a method", becomes an offer. */
function fixTitle({ message, applicability, edits }: Suggestion): string {
  const text = edits.length === 1 ? (edits[0]?.replacement.trim() ?? '') : '';
  const short = text !== '' && text.length <= 40 && !text.includes('\n');
  const unsure = applicability === 'HasPlaceholders' ? ' (fill in the placeholder)' : '';
  if (short && isRemark.test(message)) return `Replace with \`${text}\`${unsure}`;
  return `${message}${short && !message.includes(text) ? `: ${text}` : ''}${unsure}`;
}

/** How rustc begins where it only says what exists, as for a misspelt name. */
const isRemark = /^(there is|there are|an? [\w ]*with a similar name)/;
