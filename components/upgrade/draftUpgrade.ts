import { type SqlUnit, sqlUnits } from './sqlUnits.ts';

/** An extension's generated SQL in a version. */
export interface BuiltVersion {
  name: string;
  version: string;
  sql: string;
}

/**
 * The upgrade script from one version's generated SQL to another's, as far as a program can write it; null where they do
 * not differ. What stored data may depend on, such as a type, is a comment: a person must decide.
 */
export function draftUpgrade(from: BuiltVersion, to: BuiltVersion): string | null {
  const old = new Map(sqlUnits(from.sql).map((unit) => [unit.key, unit]));
  const now = sqlUnits(to.sql);
  const kept = new Set(now.map(({ key }) => key));
  const drops: string[] = [];
  for (const unit of old.values()) if (!kept.has(unit.key)) drops.push(dropped(unit));
  const makes: string[] = [];
  for (const unit of now) {
    const before = old.get(unit.key);
    if (!before) makes.push(titled('New', unit, unit.text));
    else if (before.text === unit.text) continue;
    else if (unit.fixed !== null && unit.fixed === before.fixed)
      makes.push(
        titled('Changed', unit, unit.text.replace(/^CREATE\s+(OR REPLACE\s+)?/, 'CREATE OR REPLACE ')),
      );
    else if (before.drop !== null) {
      drops.push(dropped(before));
      makes.push(titled('Made anew', unit, unit.text));
    } else makes.push(titled('CHANGED, and yours to decide', unit, commented(unit.text)));
  }
  if (drops.length + makes.length === 0) return null;
  const head = `-- ${to.name}: from ${from.version} to ${to.version}. A draft: read it before anyone runs it.`;
  return `${[head, ...drops.toReversed(), ...makes].join('\n\n')}\n`;
}

function dropped(unit: SqlUnit): string {
  if (unit.drop !== null) return unit.drop;
  return titled('GONE, and yours to decide: what is stored may need it', unit, commented(unit.text));
}

const titled = (what: string, { name }: SqlUnit, text: string) => `-- ${what}: ${name}\n${text}`;
const commented = (text: string) => text.replace(/^/gm, '-- ');
