interface Place {
  document: string | null;
  line: number | null;
  column: number | null;
}

/**
 * The problem after (or before, with direction -1) a place, those of the same document first in their order, then those
 * of the next document, and around again. Null where no problem has a place.
 */
export function nextProblem<T extends Place>(
  problems: readonly T[],
  from: { document: string; line: number; column: number },
  direction: 1 | -1,
): T | null {
  const placed = problems.filter(({ document, line }) => document !== null && line !== null);
  const documents = [...new Set([from.document, ...placed.map(({ document }) => document)])];
  const order = (a: Place, b: Place) =>
    documents.indexOf(a.document) - documents.indexOf(b.document) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0);
  const sorted = placed.toSorted((a, b) => order(a, b) * direction);
  return sorted.find((problem) => order(problem, from) * direction > 0) ?? sorted[0] ?? null;
}
