import { diffArrays } from 'diff';

export interface ShortfallLine {
  side: 'expected' | 'came' | 'both';
  text: string;
}

/** What was expected and what came as one list of lines; spaces do not count, as they do not in a check. */
export function shortfallLines(expected: string, came: string): ShortfallLine[] {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  const plain = (line: string) => line.replace(/\s+/g, ' ').trim();
  const parts = diffArrays(lines(expected), lines(came), {
    comparator: (one, other) => plain(one) === plain(other),
  });
  return parts.flatMap(({ value, added, removed }) =>
    value.map((text): ShortfallLine => ({ side: added ? 'came' : removed ? 'expected' : 'both', text })),
  );
}
