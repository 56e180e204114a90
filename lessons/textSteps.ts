import { fromMarkdown } from 'mdast-util-from-markdown';
import { type CodeBlock, codeBlock } from './codeBlock.ts';
import { eachNode } from './eachNode.ts';
import type { Report } from './problem.ts';
import { scriptPath } from './scriptPath.ts';

/** What a reader who follows the text does, and what it says comes of it. Lines are of the text, from 1. */
export type TextStep = { line: number } & (
  | { kind: 'file'; path: string; text: string }
  | { kind: 'append'; text: string }
  | { kind: 'sql'; sql: string; output: string; connection: string | null }
  | { kind: 'compiler'; lines: string[] }
  | { kind: 'solution' }
);

/** The steps of a lesson's text, by which a test tries what the text claims. */
export function textSteps(markdown: string, report: Report): TextStep[] {
  const steps: TextStep[] = [];
  let before: CodeBlock | null = null;
  for (const node of eachNode(fromMarkdown(markdown))) {
    if (node.type !== 'code') continue;
    const block = codeBlock(node, report);
    const step = textStep(block, before, report);
    if (step) steps.push(step);
    before = block;
  }
  return steps;
}

function textStep(block: CodeBlock, before: CodeBlock | null, report: Report): TextStep | null {
  const { line, text, language } = block;
  if (language === 'output') {
    if (before?.language === 'sql' && !before.show)
      return { kind: 'sql', line, sql: before.text, output: text, connection: before.connection };
    report(line, 'An output block must directly follow the sql block that produces it.');
    return null;
  }
  if (language === 'compiler') {
    if (before && isEdit(before))
      return { kind: 'compiler', line, lines: text.split('\n').filter((one) => one.trim()) };
    report(line, 'A compiler block must directly follow the block whose code doesn’t compile.');
    return null;
  }
  if (language === 'solution') return { kind: 'solution', line };
  if (!isEdit(block)) return null;
  return block.file === null
    ? { kind: 'append', line, text }
    : { kind: 'file', line, path: block.file, text };
}

/** Whether a reader puts the block into the project's files. */
export function isEdit({ language, file, show }: CodeBlock): boolean {
  return !show && file !== scriptPath && (file !== null || language === 'rust');
}
