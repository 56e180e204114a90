import { lineOffset } from '../editor/plain/lineOffset.ts';

/** Puts the caret of a text area at a place, and that into sight; lines and columns count from 1. */
export function placeCaret(area: HTMLTextAreaElement, line: number, column: number): void {
  const offset = lineOffset(area.value, Math.max(1, line), column);
  area.focus({ preventScroll: true });
  area.setSelectionRange(offset, offset);
  const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight);
  area.closest('.overflow-auto')?.scrollTo({ top: (line - 4) * lineHeight });
}
