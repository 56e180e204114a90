import { fromMarkdown } from 'mdast-util-from-markdown';
import { lessonLimits } from '../protocol/lesson.ts';
import type { Report } from './problem.ts';

/** The hints of hints.md, each as Markdown: lines of dashes part them. */
export function parseHints(markdown: string, report: Report): string[] {
  const hints: string[] = [];
  let from = 0;
  for (const node of fromMarkdown(markdown).children) {
    if (node.type !== 'thematicBreak') continue;
    hints.push(markdown.slice(from, node.position?.start.offset).trim());
    from = node.position?.end.offset ?? from;
  }
  hints.push(markdown.slice(from).trim());
  if (hints.some((hint) => hint === '')) report(1, 'This hint is empty.');
  if (hints.length > lessonLimits.hints) report(1, `A lesson can have at most ${lessonLimits.hints} hints.`);
  return hints;
}
