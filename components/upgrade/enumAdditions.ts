import { plain } from './sqlUnits.ts';

/**
 * The statements that give an enumeration its further values in their places; null where it is none, or where a value is
 * gone or has moved, which Postgres cannot do.
 */
export function enumAdditions(before: string, after: string): string | null {
  const old = labelsOf(before);
  const now = labelsOf(after);
  if (!old || !now || old.type !== now.type) return null;
  const had = new Set(old.labels);
  if (now.labels.filter((label) => had.has(label)).join() !== old.labels.join()) return null;
  return now.labels
    .flatMap((label, index) => {
      if (had.has(label)) return [];
      const last = now.labels[index - 1];
      const place = last === undefined ? ` BEFORE ${old.labels[0]}` : ` AFTER ${last}`;
      return [`ALTER TYPE ${now.type} ADD VALUE ${label}${old.labels.length > 0 ? place : ''};`];
    })
    .join('\n');
}

function labelsOf(text: string): { type: string; labels: string[] } | null {
  const statement = plain(text).trim().replace(/;$/, '').trimEnd();
  const [head, type] = /^CREATE\s+TYPE\s+(\S+)\s+AS\s+ENUM\s*\(/.exec(statement) ?? [];
  if (head === undefined || type === undefined || !statement.endsWith(')')) return null;
  return { type, labels: statement.slice(head.length, -1).match(/'(?:[^']|'')*'/g) ?? [] };
}
