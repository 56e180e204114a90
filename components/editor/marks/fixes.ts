import type { Diagnostic, Suggestion } from '../../../protocol/events/events.ts';
import { proposedText } from '../../session/state/proposedText.ts';
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
export function fixesOf(document: string, text: string, findings: RunFindings): Fix[] {
  const before = textOfRun(findings.request, document);
  if (before === null) return [];
  const here = spanMapper(before, text);
  const lines = before.split('\n');
  return placedIn(document, text, findings).flatMap(({ diagnostic, at }) => {
    return diagnostic.suggestions.flatMap((suggestion) => {
      const edits = suggestion.edits.map((edit) => (edit.file === document ? here(edit) : null));
      if (edits.length === 0 || edits.includes(null)) return [];
      return {
        title: fixTitle(suggestion, lines),
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

/** The diagnostics of a document, and where in its text of now each one's place is. */
export function placedIn(
  document: string,
  text: string,
  { diagnostics, request }: RunFindings,
): { diagnostic: Diagnostic; at: Span }[] {
  const before = textOfRun(request, document);
  if (before === null) return [];
  const here = spanMapper(before, text);
  return diagnostics.flatMap((diagnostic) => {
    const { line, column, endLine, endColumn, file } = diagnostic;
    if (file !== document || line === null) return [];
    const start = { line, column: column ?? 1 };
    const at = here({ ...start, endLine: endLine ?? line, endColumn: endColumn ?? start.column });
    return at ? { diagnostic, at } : [];
  });
}

/** rustc's own words, and what would be written or, of a line, removed. A remark, such as "there is a method", becomes an offer. */
function fixTitle(suggestion: Suggestion, lines: readonly string[]): string {
  const { message, applicability } = suggestion;
  const text = proposedText(suggestion);
  const unsure = applicability === 'HasPlaceholders' ? ' (fill in the placeholder)' : '';
  if (text !== '' && isRemark.test(message)) return `Replace with \`${text}\`${unsure}`;
  const removed = text === '' ? removedText(suggestion, lines) : '';
  const what = [
    text !== '' && !message.includes(`\`${text}\``) && `: \`${text}\``,
    removed && ` (\`${removed}\`)`,
  ];
  return `${message}${what.filter(Boolean).join('')}${unsure}`;
}

/** What a suggestion takes away, where that is on one line. */
function removedText({ edits }: Suggestion, lines: readonly string[]): string {
  const removed = edits.map(({ line, column, endLine, endColumn }) => {
    const text = lines[line - 1] ?? '';
    if (endLine === line) return text.slice(column - 1, endColumn - 1);
    return endLine === line + 1 && endColumn === 1 ? text.slice(column - 1) : '';
  });
  return proposedText({ edits: edits.map((edit, at) => ({ ...edit, replacement: removed[at] ?? '' })) });
}

/** How rustc begins where it only says what exists, as for a misspelt name. */
const isRemark = /^(there is|there are|an? [\w ]*with a similar name)/;
