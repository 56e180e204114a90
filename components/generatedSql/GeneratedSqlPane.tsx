'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { SqlEntity } from '../session/sqlEntities.ts';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { ChangeBar } from './ChangeBar.tsx';
import { changeSummary } from './changeSummary.ts';
import { SqlRow } from './SqlRow.tsx';
import { sqlChanges } from './sqlChanges.ts';
import { revealSql, useSqlReveal } from './sqlReveal.ts';
import { useHighlighter } from './useHighlighter.ts';

const rowHeight = 18;

interface GeneratedSqlPaneProps {
  sql: string;
  /** That of the build before; null where there was none. */
  before: string | null;
  /** The item of the line of Rust that the caret is in. */
  caret: SqlEntity | null;
  isFile: (path: string) => boolean;
  onReveal: (file: string, line: number, column: number) => void;
}

/** The SQL that CREATE EXTENSION runs, each item with the way to its line of Rust, and what the last build changed. */
export function GeneratedSqlPane({ sql, before, caret, isFile, onReveal }: GeneratedSqlPaneProps) {
  const scroller = useRef<HTMLElement>(null);
  const lines = useMemo(() => sqlChanges(before, sql), [before, sql]);
  const items = useMemo(() => (before === null ? null : changeSummary(lines)), [before, lines]);
  const highlight = useHighlighter();
  const coloured = useMemo(() => highlight?.(sql, 'pgsql'), [highlight, sql]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 30,
  });
  const reveal = useSqlReveal((state) => state.reveal);

  useEffect(() => {
    if (!reveal) return;
    const row = lines.findIndex(({ line }) => line === reveal.line);
    if (row < 0) return;
    virtualizer.scrollToIndex(row, { align: 'center' });
    scroller.current?.focus();
    useSqlReveal.setState({ reveal: null });
  }, [reveal, lines, virtualizer]);

  return (
    <div className="flex h-full flex-col">
      <ChangeBar
        items={items}
        caret={caret}
        onShowRow={(row) => virtualizer.scrollToIndex(row, { align: 'start' })}
        onShowCaret={() => caret && revealSql(caret.from)}
      />
      <ScrollRegion
        as="section"
        ref={scroller}
        aria-label="Generated SQL"
        className="min-h-0 flex-1 overflow-auto py-1"
      >
        <pre className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            const own = line.line === null ? undefined : coloured?.[line.line - 1];
            const marked =
              caret !== null && line.line !== null && line.line >= caret.from && line.line <= caret.to;
            return (
              <div key={index} className="absolute w-max min-w-full" style={{ top: start }}>
                <SqlRow
                  line={line}
                  pieces={own ?? [{ text: line.text, tone: null }]}
                  marked={marked}
                  isFile={isFile}
                  onReveal={onReveal}
                />
              </div>
            );
          })}
        </pre>
      </ScrollRegion>
    </div>
  );
}
