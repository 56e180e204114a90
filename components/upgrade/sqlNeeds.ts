import { plain, type SqlUnit } from './sqlUnits.ts';

/**
 * Whether a unit cannot be without another, as pgrx writes them: an operator, a cast, an aggregate or a type without its
 * functions, an operator class without its operators.
 */
export function needs(unit: SqlUnit, other: SqlUnit): boolean {
  if (unit.kind === 'FUNCTION' || unit === other) return false;
  const text = plainText(unit);
  const named = /^\w+ ([^\s(]+)/.exec(other.key)?.[1] ?? '';
  if (other.kind === 'FUNCTION') {
    const bare = named.split('.').at(-1)?.replaceAll('"', '') ?? '';
    // Of hundreds of units, each is asked for each other one, and hardly any names it.
    if (!text.includes(bare)) return false;
    return new RegExp(
      `(?:=\\s*|\\bFUNCTION\\s+(?:\\d+\\s+)?)(?:"?\\w+"?\\.)?"?${escaped(bare)}"?\\s*(?=[,;()\\n]|AS\\b|$)`,
    ).test(text);
  }
  if (other.kind !== 'OPERATOR') return false;
  const type = /\bOPERATOR CLASS\b.*\bFOR TYPE\s+(\S+)/.exec(text)?.[1];
  if (type === undefined || !other.key.includes(`(${type}, `)) return false;
  return new RegExp(`\\bOPERATOR\\s+\\d+\\s+${escaped(named)}[\\s,;(]`).test(text);
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const plainTexts = new WeakMap<SqlUnit, string>();

/** A unit's text without comments, found once. */
function plainText(unit: SqlUnit): string {
  const text = plainTexts.get(unit) ?? plain(unit.text);
  plainTexts.set(unit, text);
  return text;
}
