'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formatMs } from '../ui/format/formatMs.ts';
import { StatusIcon, statusText } from './StatusIcon.tsx';
import { countText, type TestItem } from './testReport.ts';
import { useTestRuns } from './testRuns.ts';
import { type TreeRow, treeMove, treeRows } from './treeRows.ts';

interface TestTreeProps {
  items: readonly TestItem[];
  /** Enter, or a double click. */
  onGo: (item: TestItem) => void;
}

/** The tests by their modules, with how each stands. One of its lines can be reached by Tab, the others by arrows. */
export function TestTree({ items, onGo }: TestTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const chosen = useTestRuns((state) => state.chosen);
  const tree = useRef<HTMLDivElement>(null);
  const rows = treeRows(items, closed);
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === chosen),
  );
  const choose = (key: string) => useTestRuns.setState({ chosen: key });
  const toggle = (group: string) => setClosed(new Set([group]).symmetricDifference(closed));

  function onKeyDown(event: KeyboardEvent): void {
    const row = rows[at];
    if (event.key === 'Enter' && row?.kind === 'item') onGo(row.item);
    const move = treeMove(rows, at, event.key);
    if (!move) return;
    event.preventDefault();
    if ('toggle' in move) toggle(move.toggle);
    const target = 'to' in move ? rows[move.to] : undefined;
    if (!target || !('to' in move)) return;
    choose(target.key);
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[move.to]?.focus();
  }

  return (
    <div ref={tree} role="tree" aria-label="Tests" className="py-1">
      {rows.map((row, index) => (
        <div
          key={row.key}
          role="treeitem"
          aria-level={row.kind === 'group' ? 1 : 2}
          aria-selected={index === at}
          {...(row.kind === 'group' ? { 'aria-expanded': row.open } : {})}
          tabIndex={index === at ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => {
            choose(row.key);
            if (row.kind === 'group') toggle(row.group);
          }}
          onDoubleClick={() => row.kind === 'item' && onGo(row.item)}
          className={`flex cursor-default items-center gap-2 py-0.5 pr-3 hover:bg-hover aria-selected:bg-hover pointer-coarse:py-2 ${row.kind === 'group' ? 'pl-2' : 'pl-7'}`}
        >
          <RowContent row={row} />
        </div>
      ))}
    </div>
  );
}

function RowContent({ row }: { row: TreeRow }) {
  if (row.kind === 'group') {
    const Icon = row.open ? ChevronDown : ChevronRight;
    return (
      <>
        <Icon aria-hidden size={14} className="shrink-0 text-muted" />
        <span className="min-w-0 truncate font-medium font-mono text-[12.5px]">{row.group}</span>
        <span className="shrink-0 text-muted text-small">{countText(row.items)}</span>
      </>
    );
  }
  const { status, label, ms, kind } = row.item;
  return (
    <>
      <StatusIcon status={status} />
      <span className="min-w-0 truncate font-mono text-[12.5px]">{label}</span>
      {kind === 'test' && <span className="shrink-0 text-faint text-small">#[test]</span>}
      <span className="sr-only">{statusText[status]}</span>
      <span className="ml-auto shrink-0 text-muted text-small tabular-nums">
        {ms !== null && status !== 'ignored' && formatMs(ms)}
      </span>
    </>
  );
}
