import { fromMarkdown } from 'mdast-util-from-markdown';
import { eachNode } from './eachNode.ts';
import type { Report } from './problem.ts';

/** Reports links that lead nowhere, or out of the site by something other than https. `lessons` are all lessons' names. */
export function linkProblems(
  markdown: string,
  lesson: string,
  lessons: ReadonlySet<string>,
  report: Report,
): void {
  for (const node of eachNode(fromMarkdown(markdown))) {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'image')
      report(line, 'Images are not supported: the page loads nothing from other sites.');
    if (node.type !== 'link' && node.type !== 'definition') continue;
    const target = lessonOfLink(node.url, lesson);
    if (target !== null && !lessons.has(target)) report(line, `Lesson ${target} doesn’t exist: ${node.url}`);
    if (target === null && !isOutside(node.url))
      report(line, `A link must point to a lesson or start with https:// – ${node.url}`);
  }
}

/** The lesson that a relative link of another leads to, or null for any other link. */
export function lessonOfLink(url: string, from: string): string | null {
  const match = /^\.\.\/(?:\.\.\/([a-z0-9-]+)\/)?([a-z0-9-]+)\/?(?:#[\w-]*)?$/.exec(url);
  return match ? `${match[1] ?? from.split('/')[0]}/${match[2]}` : null;
}

export function isOutside(url: string): boolean {
  return url.startsWith('https://') && URL.canParse(url);
}
