'use client';
import { useCallback } from 'react';
import { scriptDocument } from '../workspace/documents.ts';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import type { Reveal } from '../workspace/workspaceState.ts';

/** What a pane shows: a document, its text, how to change it, and the place in it that is asked for. */
export interface PaneDocument {
  document: string;
  text: string;
  edit(text: string): void;
  /** Tells the line that the caret is in. */
  moveCaret(line: number): void;
  reveal: Reveal | null;
}

export function usePaneDocument(pane: 'code' | 'script'): PaneDocument {
  const store = useWorkspaceStore();
  const document = useWorkspace((state) => (pane === 'script' ? scriptDocument : state.active));
  const text = useWorkspace((state) => (pane === 'script' ? state.sql : (state.files[state.active] ?? '')));
  const reveal = useWorkspace((state) => (state.reveal?.document === document ? state.reveal : null));
  const edit = useCallback(
    (changed: string) => {
      if (document === scriptDocument) store.getState().setSql(changed);
      else store.getState().edit(document, changed);
    },
    [store, document],
  );
  const moveCaret = useCallback(
    (line: number) => store.getState().moveCaret(document, line),
    [store, document],
  );
  return { document, text, edit, moveCaret, reveal };
}
