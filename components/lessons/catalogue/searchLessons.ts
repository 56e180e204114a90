import { fromMarkdown } from 'mdast-util-from-markdown';
import { eachNode } from '../../../lessons/eachNode.ts';
import type { LessonPage } from '../../../protocol/lesson.ts';

export interface FoundLesson {
  name: string;
  title: string;
  summary: string;
  /** The text around the first word that was found, or null where only the title has it. */
  excerpt: string | null;
}

/** From the word to either end of an excerpt, in characters. */
const around = 90;

/** The lessons that have each of the words, those with more of them in title and summary first. */
export function searchLessons(lessons: readonly LessonPage[], query: string): FoundLesson[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  if (words.length === 0) return [];
  return lessons
    .map(({ name, title, summary, text: markdown }) => {
      const text = plainText(markdown);
      const heading = `${title} ${summary}`.toLowerCase();
      const low = text.toLowerCase();
      const fits = words.every((word) => heading.includes(word) || low.includes(word));
      const weight = words.filter((word) => heading.includes(word)).length;
      return { name, title, summary, excerpt: excerptOf(text, low, words), fits, weight };
    })
    .filter(({ fits }) => fits)
    .sort((one, other) => other.weight - one.weight)
    .map(({ name, title, summary, excerpt }) => ({ name, title, summary, excerpt }));
}

function excerptOf(text: string, low: string, words: string[]): string | null {
  const at = Math.min(...words.map((word) => low.indexOf(word)).filter((index) => index >= 0));
  if (!Number.isFinite(at)) return null;
  // Cut between words.
  const from = at <= around ? 0 : text.indexOf(' ', at - around) + 1;
  const to = at + around >= text.length ? text.length : text.lastIndexOf(' ', at + around);
  const piece = text.slice(from, Math.max(to, at)).trim();
  return `${from > 0 ? '… ' : ''}${piece}${to < text.length ? ' …' : ''}`;
}

/** The words of a Markdown text, code included, in one line. */
function plainText(markdown: string): string {
  return [...eachNode(fromMarkdown(markdown))]
    .map((node) => ('value' in node ? node.value : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)])/g, '')
    .trim();
}
