import type { Code } from 'mdast';
import { filePathProblem } from '../protocol/filePath.ts';
import type { Report } from './problem.ts';

/** A fenced block of a lesson's Markdown: the words behind its backticks, and its text. */
export interface CodeBlock {
  language: string;
  /** The file of the project whose place it takes. */
  file: string | null;
  /** Only to be looked at. */
  show: boolean;
  /** The connection, kept open beside runs, that its SQL is for. */
  connection: string | null;
  text: string;
  /** Where it begins in its file, from 1. */
  line: number;
}

/** Reads the words of a block; one that means nothing is reported. */
export function codeBlock({ lang, meta, value, position }: Code, report: Report): CodeBlock {
  const block: CodeBlock = {
    language: lang ?? '',
    file: null,
    show: false,
    connection: null,
    text: value,
    line: position?.start.line ?? 1,
  };
  for (const word of (meta ?? '').split(/\s+/).filter(Boolean)) {
    const path = /^file=(.+)$/.exec(word)?.[1];
    const problem = path === undefined ? null : filePathProblem(path);
    const connection = /^connection=([A-F])$/.exec(word)?.[1];
    if (word === 'show') block.show = true;
    else if (connection !== undefined) block.connection = connection;
    else if (path === undefined)
      report(block.line, `"${word}" after the backticks is not file=PATH, show, or connection=A.`);
    else if (problem) report(block.line, problem.message);
    else block.file = path;
  }
  return block;
}
