'use client';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { documentAttribute } from '../../workspace/draft/earlyDraft.ts';
import './PlainEditor.css';
import { documentLabel } from '../../workspace/documentLabel.ts';
import { textAreaHtml } from '../../workspace/draft/textAreaHtml.ts';
import type { Handover } from '../handover.ts';
import type { PaneDocument } from '../usePaneDocument.ts';
import { changedStretch } from './changedStretch.ts';
import { lineOffset } from './lineOffset.ts';
import { sameCharacter } from './sameCharacter.ts';

export interface PlainEditorHandle {
  /** Where the person is in the text, for the editor that takes this one's place; null in the midst of a composed character. */
  handover(): Handover | null;
}

/**
 * A text area for a document: what the server's HTML holds, what a phone edits in, and what takes the first key presses
 * while Monaco is still on its way.
 */
export function PlainEditor({
  pane,
  handle,
}: {
  pane: PaneDocument;
  handle?: RefObject<PlainEditorHandle | null>;
}) {
  const { document: name, text, edit, moveCaret, reveal } = pane;
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(name);
  const [html] = useState(() => ({ __html: textAreaHtml(name, text) }));

  /** The workspace's text as it was last seen here. What the text area has beyond it was typed. */
  const seen = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = areaIn(frame);
    if (!element || (seen.current === text && shown.current === name)) return;
    const first = seen.current === null;
    seen.current = text;
    if (first) {
      // What was typed, or put there from the draft, before React was here, stands.
      if (element.value !== asTyped(text)) edit(element.value);
      return;
    }
    if (shown.current !== name) {
      shown.current = name;
      element.setAttribute(documentAttribute, name);
      element.setAttribute('aria-label', documentLabel(name));
      element.value = text;
      element.scrollTop = 0;
      element.scrollLeft = 0;
    } else if (element.value !== text) {
      const { start, end, text: changed } = changedStretch(element.value, text);
      const caret = sameCharacter(element.value, text, element.selectionStart);
      element.setRangeText(changed, start, end, 'preserve');
      if (caret !== null) element.setSelectionRange(caret, caret);
    }
  }, [name, text, edit]);

  useLayoutEffect(() => {
    const element = areaIn(frame);
    const typed = () => element && edit(element.value);
    element?.addEventListener('input', typed);
    return () => element?.removeEventListener('input', typed);
  }, [edit]);

  useEffect(() => {
    const element = areaIn(frame);
    const moved = () =>
      element && moveCaret(element.value.slice(0, element.selectionStart).split('\n').length);
    element?.addEventListener('selectionchange', moved);
    return () => element?.removeEventListener('selectionchange', moved);
  }, [moveCaret]);

  useEffect(() => {
    const element = areaIn(frame);
    if (!reveal || !element) return;
    const offset = lineOffset(element.value, reveal.line, reveal.column);
    element.focus();
    element.setSelectionRange(offset, offset);
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
    element.scrollTop = Math.max(0, (reveal.line - 1) * lineHeight - element.clientHeight / 2);
  }, [reveal]);

  const composing = useComposing(frame);
  useImperativeHandle(handle, () => ({
    handover() {
      const element = areaIn(frame);
      if (!element || composing.current) return null;
      const { selectionStart, selectionEnd, scrollTop } = element;
      return { selectionStart, selectionEnd, scrollTop, focused: element === document.activeElement };
    },
  }));

  // biome-ignore lint/security/noDangerouslySetInnerHtml: made and escaped by textAreaHtml, which says why
  return <div ref={frame} className="h-full" dangerouslySetInnerHTML={html} suppressHydrationWarning />;
}

/** A text area has every line end as one character. */
function asTyped(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function areaIn(frame: RefObject<HTMLElement | null>): HTMLTextAreaElement | null {
  return frame.current?.querySelector('textarea') ?? null;
}

/** Whether an input method is composing a character: to take the element away would lose it. */
function useComposing(frame: RefObject<HTMLElement | null>): RefObject<boolean> {
  const composing = useRef(false);
  useEffect(() => {
    const set = (now: boolean) => () => {
      composing.current = now;
    };
    const [start, end] = [set(true), set(false)];
    const element = frame.current;
    element?.addEventListener('compositionstart', start);
    element?.addEventListener('compositionend', end);
    return () => {
      element?.removeEventListener('compositionstart', start);
      element?.removeEventListener('compositionend', end);
    };
  }, [frame]);
  return composing;
}
