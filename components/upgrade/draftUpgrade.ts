import { enumAdditions } from './enumAdditions.ts';
import { needs } from './sqlNeeds.ts';
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
  const now = new Map(sqlUnits(to.sql).map((unit) => [unit.key, unit]));
  const going = goingUnits(old, now);
  const drops: string[] = [];
  for (const unit of [...old.values()].toReversed())
    if (going.has(unit)) drops.push(unit.drop ?? '');
    else if (!now.has(unit.key))
      drops.push(titled('REMOVED. Decide yourself: stored data may need it', unit, commented(unit.text)));
  const makes: string[] = [];
  for (const unit of now.values()) {
    const before = old.get(unit.key);
    if (!before) makes.push(titled('New', unit, unit.text));
    else if (going.has(before)) makes.push(titled('Recreated', unit, unit.text));
    else if (before.text !== unit.text) makes.push(changed(before, unit));
  }
  if (drops.length + makes.length === 0) return null;
  const head = `-- ${to.name}: from ${from.version} to ${to.version}. This is a draft: review it before you run it.`;
  return `${[head, ...drops, ...makes].join('\n\n')}\n`;
}

type Units = ReadonlyMap<string, SqlUnit>;

/**
 * The old units that are dropped: those that are gone or that Postgres cannot change, and with them what cannot be
 * without them. What something needs that stays, because a person must decide about it, stays as well.
 */
function goingUnits(old: Units, now: Units): ReadonlySet<SqlUnit> {
  const going = new Set<SqlUnit>();
  const held = new Set<SqlUnit>();
  for (const unit of old.values()) {
    const after = now.get(unit.key);
    if (unit.drop !== null && (!after || (after.text !== unit.text && !isReplaceable(unit, after))))
      going.add(unit);
  }
  for (let again = true; again; ) {
    again = false;
    for (const unit of old.values()) {
      if (going.has(unit)) continue;
      for (const needed of [...going].filter((other) => needs(unit, other))) {
        again = true;
        if (unit.drop !== null && !held.has(unit)) {
          going.add(unit);
          break;
        }
        going.delete(needed);
        held.add(needed);
      }
    }
  }
  return going;
}

function isReplaceable(before: SqlUnit, after: SqlUnit): boolean {
  return after.fixed !== null && after.fixed === before.fixed;
}

function changed(before: SqlUnit, unit: SqlUnit): string {
  if (isReplaceable(before, unit))
    return titled('Changed', unit, unit.text.replace(/^CREATE\s+(OR REPLACE\s+)?/, 'CREATE OR REPLACE '));
  const added = enumAdditions(before.text, unit.text);
  return added === null
    ? titled('CHANGED. Decide yourself', unit, commented(unit.text))
    : titled('Changed: a new value can be used only after the update is committed', unit, added);
}

const titled = (what: string, { name }: SqlUnit, text: string) => `-- ${what}: ${name}\n${text}`;
const commented = (text: string) => text.replace(/^/gm, '-- ');
