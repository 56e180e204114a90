import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { lessonLimits } from '../protocol/lesson.ts';
import { type CodeBlock, codeBlock } from './codeBlock.ts';
import type { Report } from './problem.ts';
import { scriptPath } from './scriptPath.ts';

/** One thing that must hold of what the learner has made. Lines are of checks.md. */
export type CheckPart = { line: number } & (
  | { kind: 'sql'; sql: string; output: string }
  /** The learner's own script. */
  | { kind: 'script'; output: string }
  | { kind: 'generated'; lines: string[] }
  | { kind: 'source'; path: string; lines: string[] }
  /** Rust that is added to theirs, whose `#[pg_test]` functions must pass. */
  | { kind: 'rust'; text: string }
);

export interface LessonCheck {
  /** What is wanted. */
  name: string;
  /** A word to whom it fails. */
  message: string | null;
  line: number;
  /** Files that take the place of the learner's for this check. */
  files: Record<string, string>;
  parts: CheckPart[];
}

/** Reads checks.md: each heading of the second level begins a check. */
export function parseChecks(markdown: string, report: Report): LessonCheck[] {
  const checks: LessonCheck[] = [];
  let before: CodeBlock | null = null;
  for (const node of fromMarkdown(markdown).children) {
    const check = checks.at(-1);
    const line = node.position?.start.line ?? 1;
    if (node.type === 'heading' && node.depth === 2) {
      awaitsOutput(before, report);
      before = null;
      const name = sourceOf(markdown, node.children);
      if (name.length === 0 || name.length > 200)
        report(line, 'A check’s heading must have 1 to 200 characters.');
      checks.push({ name, message: null, line, files: {}, parts: [] });
    } else if (!check)
      report(line, 'Each check must start with a second-level heading: "## What is wanted".');
    else if (node.type === 'paragraph') {
      const text = sourceOf(markdown, node.children);
      check.message = check.message === null ? text : `${check.message}\n\n${text}`;
    } else if (node.type === 'code') {
      const block = codeBlock(node, report);
      if (block.language !== 'output') awaitsOutput(before, report);
      take(check, block, before, report);
      before = block;
    } else report(line, `A check can contain only paragraphs and code blocks; this is a ${node.type}.`);
  }
  awaitsOutput(before, report);
  if (checks.length === 0) report(1, 'No checks found.');
  if (checks.length > lessonLimits.checks)
    report(1, `A lesson can have at most ${lessonLimits.checks} checks.`);
  for (const { parts, line } of checks)
    if (parts.length === 0) report(line, 'This check doesn’t check anything.');
  return checks;
}

function awaitsOutput(before: CodeBlock | null, report: Report): void {
  if (before?.language === 'sql' || before?.language === 'script')
    report(before.line, `An output block must follow this ${before.language} block directly.`);
}

function take(check: LessonCheck, block: CodeBlock, before: CodeBlock | null, report: Report): void {
  const { language, file, line, text } = block;
  const lines = text.split('\n').filter((one) => one.trim());
  if (block.connection !== null) report(line, 'A check’s SQL always runs on its own connection.');
  if (language === 'output') {
    if (before?.language === 'sql') check.parts.push({ kind: 'sql', line, sql: before.text, output: text });
    else if (before?.language === 'script') check.parts.push({ kind: 'script', line, output: text });
    else report(line, 'An output block must directly follow a sql or script block.');
  } else if (language === 'generated') check.parts.push({ kind: 'generated', line, lines });
  else if (language === 'source') {
    if (file === null) report(line, 'A source block must name its file: file=src/lib.rs.');
    else check.parts.push({ kind: 'source', line, path: file, lines });
  } else if (file !== null && file !== scriptPath) check.files[file] = text;
  else if (language === 'rust') {
    if (!text.includes('#[pg_test'))
      report(line, 'A rust block in a check must contain #[pg_test] functions.');
    check.parts.push({ kind: 'rust', line, text });
  } else if (language !== 'sql' && language !== 'script')
    report(line, `A "${language}" block isn’t supported in a check.`);
}

/** The Markdown of these parts as it was written. */
function sourceOf(
  markdown: string,
  nodes: readonly (RootContent | { position?: RootContent['position'] })[],
): string {
  const from = nodes[0]?.position?.start.offset ?? 0;
  return markdown.slice(from, nodes.at(-1)?.position?.end.offset ?? from);
}
