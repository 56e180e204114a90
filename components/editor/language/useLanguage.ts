import type { editor } from 'monaco-editor/editor/editor.api.js';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import type { EditorProps } from '../editorProps.ts';
import type { EditorParts } from '../monaco/editorParts.ts';
import type { Monaco } from '../monaco/monaco.ts';
import { offerLanguage } from './offerLanguage.ts';

/** Offers what the language server knows, and shows the sources that its definitions lead to in the editor's place. */
export function useLanguage(
  monaco: Monaco,
  parts: RefObject<EditorParts | null>,
  { pane, language }: Pick<EditorProps, 'pane' | 'language'>,
  document: string,
): { source: string | null; back: () => void } {
  const store = useWorkspaceStore();
  const [source, setSource] = useState<{ path: string; from: string } | null>(null);

  const back = useCallback(() => {
    setSource(null);
    parts.current?.view.focus();
  }, [parts]);

  useEffect(() => {
    const current = parts.current;
    if (!current || !language || pane !== 'code') return;
    const { view, models } = current;
    const show = (model: editor.ITextModel, line: number, column: number) => {
      models.leave(view);
      view.setModel(model);
      view.updateOptions({ readOnly: true, ariaLabel: `${model.uri.path}, read-only` });
      view.setPosition({ lineNumber: line, column });
      view.revealLineInCenter(line);
      view.focus();
      setSource({ path: model.uri.path, from: store.getState().active });
    };
    const offered = offerLanguage(monaco, view, models, language, {
      textOf: (path) => store.getState().files[path],
      onProject(path, line, column) {
        setSource(null);
        store.getState().revealAt(path, line, column);
      },
      onSource: show,
    });
    return () => {
      setSource(null);
      const { active, files } = store.getState();
      // Its model goes with the server.
      models.show(view, active, files[active] ?? '');
      offered.dispose();
    };
  }, [monaco, parts, language, pane, store]);

  const shown = source?.from === document ? source.path : null;
  useEffect(() => {
    const view = parts.current?.view;
    if (shown === null || !view) return;
    const action = view.addAction({
      id: 'backFromSource',
      label: 'Back to your code',
      keybindings: [monaco.KeyMod.Alt | monaco.KeyCode.LeftArrow],
      run: back,
    });
    return () => action.dispose();
  }, [monaco, parts, shown, back]);

  return { source: shown, back };
}
