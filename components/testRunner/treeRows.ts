import type { TestItem } from './testReport.ts';

/** A line of the tree: a group, or one of its items while it is open. */
export type TreeRow = { key: string; group: string } & (
  | { kind: 'group'; items: TestItem[]; open: boolean }
  | { kind: 'item'; item: TestItem }
);

/** The lines that can be seen, in their order. */
export function treeRows(items: readonly TestItem[], closed: ReadonlySet<string>): TreeRow[] {
  return [...Map.groupBy(items, ({ group }) => group)].flatMap(([group, members]): TreeRow[] => {
    const open = !closed.has(group);
    const rows = open ? members.map((item): TreeRow => ({ kind: 'item', key: item.key, group, item })) : [];
    return [{ kind: 'group', key: `group:${group}`, group, items: members, open }, ...rows];
  });
}

/** Where a key leads in the tree, as the pattern of the ARIA guide has it; null where it does nothing. */
export function treeMove(
  rows: readonly TreeRow[],
  at: number,
  key: string,
): { to: number } | { toggle: string } | null {
  const row = rows[at];
  if (!row) return null;
  const to = (index: number) => ({ to: Math.min(Math.max(index, 0), rows.length - 1) });
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      return row.kind === 'item' ? null : row.open ? to(at + 1) : { toggle: row.group };
    case 'ArrowLeft':
      if (row.kind === 'group') return row.open ? { toggle: row.group } : null;
      return to(rows.findIndex((other) => other.kind === 'group' && other.group === row.group));
    default:
      return null;
  }
}
