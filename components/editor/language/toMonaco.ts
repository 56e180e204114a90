import type { IMarkdownString, IPosition, IRange } from 'monaco-editor/editor/editor.api.js';
import type { LspRange, Markup } from './answers.ts';

/** The protocol counts lines and UTF-16 code units from 0, Monaco from 1. */
export function toRange({ start, end }: LspRange): IRange {
  return {
    startLineNumber: start.line + 1,
    startColumn: start.character + 1,
    endLineNumber: end.line + 1,
    endColumn: end.character + 1,
  };
}

export function toPlace({ lineNumber, column }: IPosition): { line: number; character: number } {
  return { line: lineNumber - 1, character: column - 1 };
}

/** Documentation is anyone's: no HTML, no commands, and no pictures, which the page would fetch from elsewhere. */
export function toMarkdown(markup: Markup): IMarkdownString {
  const parts = (Array.isArray(markup) ? markup : [markup]).map((part) =>
    typeof part === 'string' ? part : part.value,
  );
  const value = parts.join('\n\n').replaceAll('![', '[');
  return { value, isTrusted: false, supportHtml: false };
}
