import type { Suggestion } from '../../../protocol/events/events.ts';

/** Longer text of a suggestion is cut: it is read in a menu, on one line. */
const longest = 60;

/** What a suggestion would write, on one line: `Some(…)` where it writes at two places. Empty where it only removes. */
export function proposedText({ edits }: Pick<Suggestion, 'edits'>): string {
  const texts = edits.map(({ replacement }) => replacement.slice(0, 4 * longest).trim());
  const line = texts.filter(Boolean).join('…').replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
