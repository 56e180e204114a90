import { sqlEntities } from '../session/sqlEntities.ts';
import type { SqlLine } from './sqlChanges.ts';

/** An item that a build changed. `row` is where it begins among the lines that are shown, from 0. */
export interface ChangedItem {
  name: string;
  change: 'added' | 'removed' | 'changed';
  row: number;
}

/** The items that changed, in the order in which they are shown. */
export function changeSummary(lines: readonly SqlLine[]): ChangedItem[] {
  const found: ChangedItem[] = [];
  for (const { name, from, to } of sqlEntities(lines.map(({ text }) => text).join('\n'))) {
    const changes = new Set(lines.slice(from - 1, to).map((line) => line.change));
    const [only] = changes;
    if (changes.size === 1 && !only) continue;
    const change = changes.size === 1 && only ? only : 'changed';
    found.push({
      name: name.slice(name.lastIndexOf('::') + 1 || 0).replace(/^:/, ''),
      change,
      row: from - 1,
    });
  }
  return found;
}
