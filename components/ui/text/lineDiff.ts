import { structuredPatch } from 'diff';

export interface DiffLine {
  kind: 'same' | 'added' | 'removed' | 'place';
  text: string;
}

/** More lines would take a browser long to find out, and nobody reads them. */
const longest = 4_000;

/** What differs between two texts, as a unified diff; null where there is too much of it. */
export function lineDiff(before: string, after: string): DiffLine[] | null {
  if (before.split('\n').length + after.split('\n').length > longest) return null;
  const { hunks } = structuredPatch('before', 'after', before, after, '', '', { context: 3 });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    { kind: 'place' as const, text: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@` },
    ...lines.map((text) => ({ kind: kinds[text[0] ?? ''] ?? ('same' as const), text })),
  ]);
}

const kinds: Record<string, DiffLine['kind']> = { '+': 'added', '-': 'removed' };
