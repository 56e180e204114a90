import { fromMarkdown } from 'mdast-util-from-markdown';
import { eachNode } from '../../../lessons/eachNode.ts';

/** The words of a Markdown text, code included, in one line. */
export function plainText(markdown: string): string {
  return [...eachNode(fromMarkdown(markdown))]
    .map((node) => ('value' in node ? node.value : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)])/g, '')
    .trim();
}
