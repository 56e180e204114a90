import { diffArrays } from 'diff';

/** A line of the SQL as it is now, or one that is gone. `line` counts the lines of now from 1; null for one that is gone. */
export interface SqlLine {
  text: string;
  line: number | null;
  change: 'added' | 'removed' | null;
}

/** Past so many changes an item is another one, and looking for what both share would take long. */
const mostEdits = 400;

/**
 * The SQL of the last build, with what changed since the one before. That the places in Rust moved is no change, nor is
 * the order of the items, which pgrx does not keep; what is gone comes last. `before` is null where there was no build
 * before.
 */
export function sqlChanges(before: string | null, now: string): SqlLine[] {
  const old = before === null ? [] : itemsOf(before);
  const left = new Set(old.keys());
  const items = itemsOf(now);
  const takeSame = taker(old, left, withoutPlaces);
  const exact = items.map(takeSame);
  // By name go those that are left when each has what is the same.
  const takeNamed = taker(old, left, nameOf);
  let line = 0;
  const shown = items.flatMap((item, index) => {
    const first = line;
    const lines = item.split('\n');
    line += lines.length;
    if (before === null || exact[index] !== undefined)
      return lines.map((text, at) => lineAt(first + at, text, null));
    const other = takeNamed(item);
    return other === undefined
      ? lines.map((text, at) => lineAt(first + at, text, 'added'))
      : itemChanges(other, lines, first);
  });
  return [...shown, ...[...left].flatMap((index) => gone((old[index] ?? '').split('\n')))];
}

/** Finds for an item the first of the old ones that are left with the same key, which is then left no longer. */
function taker(
  old: readonly string[],
  left: Set<number>,
  keyOf: (item: string) => string | null,
): (item: string) => string | undefined {
  const byKey = new Map<string | null, number[]>();
  for (const index of [...left].toReversed()) {
    const key = keyOf(old[index] ?? '');
    const same = byKey.get(key);
    if (same) same.push(index);
    else byKey.set(key, [index]);
  }
  return (item) => {
    const key = keyOf(item);
    const index = key === null ? undefined : byKey.get(key)?.pop();
    if (index === undefined) return undefined;
    left.delete(index);
    return old[index];
  };
}

const lineAt = (index: number, text: string, change: SqlLine['change']): SqlLine => ({
  text,
  line: index + 1,
  change,
});
const gone = (lines: string[]): SqlLine[] => lines.map((text) => ({ text, line: null, change: 'removed' }));

/** An item that both builds have, line by line. `first` is the index of its first line in the SQL of now. */
function itemChanges(old: string, lines: string[], first: number): SqlLine[] {
  const parts = diffArrays(old.split('\n'), lines, {
    comparator: (a, b) => withoutPlaces(a) === withoutPlaces(b),
    maxEditLength: mostEdits,
  });
  if (!parts)
    return [...gone(old.split('\n')), ...lines.map((text, at) => lineAt(first + at, text, 'added'))];
  let at = 0;
  return parts.flatMap(({ added, removed, value }) => {
    if (removed) return gone(value);
    const from = at;
    at += value.length;
    return lines
      .slice(from, at)
      .map((text, index) => lineAt(first + from + index, text, added ? 'added' : null));
  });
}

/** Lines that tell a place in Rust, without the place's number. */
function withoutPlaces(text: string): string {
  return text.replace(/^-- (\S+\.rs):\d+$/gm, '-- $1');
}

/** The script cut before each group of items. */
function itemsOf(sql: string): string[] {
  return sql.split(/\n(?=\/\* <begin connected objects> \*\/$)/m);
}

/** The path in Rust of a group's first item. */
function nameOf(item: string): string | null {
  return /^-- (?!\S+\.rs:)(\S+)$/m.exec(item)?.[1] ?? null;
}
