import type { Tone } from './highlightCode.ts';

/** The colour of each tone, as a class. */
export const codeColours: Record<Exclude<Tone, null>, string> = {
  keyword: 'text-(--code-keyword)',
  string: 'text-(--code-string)',
  number: 'text-(--code-number)',
  comment: 'text-(--code-comment)',
  type: 'text-(--code-type)',
};
