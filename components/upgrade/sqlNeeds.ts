import { plain, type SqlUnit } from './sqlUnits.ts';

/**
 * Whether a unit cannot be without another, as pgrx writes them: an operator, a cast, an aggregate or a type without its
 * functions, an operator class without its operators.
 */
export function needs(unit: SqlUnit, other: SqlUnit): boolean {
  if (unit.kind === 'FUNCTION' || unit === other) return false;
  const named = /^\w+ ([^\s(]+)/.exec(other.key)?.[1] ?? '';
  const text = plain(unit.text);
  if (other.kind === 'FUNCTION') {
    const bare = named.split('.').at(-1)?.replaceAll('"', '') ?? '';
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
