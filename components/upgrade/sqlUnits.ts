import { sqlEntities } from '../session/sqlEntities.ts';

/** What a unit of a generated script makes, as far as an upgrade can treat it. */
export type UnitKind = 'FUNCTION' | 'AGGREGATE' | 'OPERATOR' | 'CAST' | 'other';

/** A statement of the SQL that pgrx generates, or an item whose statements belong together. */
export interface SqlUnit {
  /** What it is known by from one version to the next. */
  key: string;
  kind: UnitKind;
  /** Names the item in comments. */
  name: string;
  text: string;
  /** The statement that drops it; null where a person must decide. */
  drop: string | null;
  /** What CREATE OR REPLACE may not change; null where there is no such thing. */
  fixed: string | null;
}

/** The units of a generated script, in its order. */
export function sqlUnits(sql: string): SqlUnit[] {
  const seen = new Map<string, number>();
  return sqlEntities(sql).flatMap(({ name, text }) =>
    piecesOf(text).map((piece) => {
      const unit = unitOf(name, piece);
      const nth = (seen.get(unit.key) ?? 0) + 1;
      seen.set(unit.key, nth);
      return nth === 1 ? unit : { ...unit, key: `${unit.key}#${nth}` };
    }),
  );
}

/** A function's item also has the operator or cast that it is for. SQL that a person wrote is left whole. */
function piecesOf(text: string): string[] {
  const body = text.replace(/^-- .*\n/gm, '').trim();
  if (!/^CREATE\s+(OR REPLACE\s+)?FUNCTION\b/.test(body) || body.includes('$$')) return [body];
  return body.split(/\n(?=CREATE\s)/).map((piece) => piece.trim());
}

function unitOf(name: string, text: string): SqlUnit {
  const named = /^CREATE\s+(?:OR REPLACE\s+)?(FUNCTION|AGGREGATE)\s+([^\s(]+)\s*\(/.exec(text);
  if (named) {
    const kind = named[1] === 'AGGREGATE' ? 'AGGREGATE' : 'FUNCTION';
    const inside = argumentsOf(text, named[0].length);
    const types = squeeze(inside).replace(defaultValue, '');
    const signature = `${named[2]}(${types})`;
    const rest = text.slice(named[0].length + inside.length);
    const returns = rest.split(
      /\n(?:IMMUTABLE|STABLE|VOLATILE|STRICT|PARALLEL|LANGUAGE|SECURITY|SET|SUPPORT|COST)\b/,
    )[0];
    return {
      key: `${kind} ${signature}`,
      kind,
      name,
      text,
      drop: `DROP ${kind} ${signature};`,
      fixed: kind === 'FUNCTION' ? fixedOf(inside, returns ?? '') : null,
    };
  }
  const operator = /^CREATE\s+OPERATOR\s+(?!CLASS|FAMILY)(\S+)\s*\(/.exec(text);
  if (operator) {
    const side = (which: string) =>
      new RegExp(`${which}ARG\\s*=\\s*([^,\\n)]+)`).exec(plain(text))?.[1]?.trim() ?? 'NONE';
    const signature = `${operator[1]} (${side('LEFT')}, ${side('RIGHT')})`;
    return {
      key: `OPERATOR ${signature}`,
      kind: 'OPERATOR',
      name,
      text,
      drop: `DROP OPERATOR ${signature};`,
      fixed: null,
    };
  }
  const cast = /^CREATE\s+CAST\s*\(([^)]*)\)/.exec(plain(text));
  if (cast) {
    const signature = `CAST (${squeeze(cast[1] ?? '')})`;
    return { key: signature, kind: 'CAST', name, text, drop: `DROP ${signature};`, fixed: null };
  }
  return { key: `${name} ${text.split('\n', 1)[0]}`, kind: 'other', name, text, drop: null, fixed: null };
}

/** What stands between the brackets. */
function argumentsOf(text: string, from: number): string {
  let depth = 1;
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === "'" || letter === '"') quote = letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    if (depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

/** In a text whose blanks are single. */
const defaultValue = / DEFAULT ('(?:[^']|'')*'|[^,])*/g;

/** A default may become another value, and not be taken away. */
function fixedOf(inside: string, returns: string): string {
  return `${squeeze(inside).replace(defaultValue, ' DEFAULT')} ${squeeze(returns)}`;
}

/** Without comments; one that is not closed is none. */
export function plain(text: string): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf('/*'); start >= 0; start = text.indexOf('/*', from)) {
    const end = text.indexOf('*/', start + 2);
    if (end < 0) break;
    kept += text.slice(from, start);
    from = end + 2;
  }
  return kept + text.slice(from);
}

const squeeze = (text: string) => plain(text).replace(/\s+/g, ' ').trim();
