'use client';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { scriptDocument } from '../../workspace/documents.ts';
import { useWorkspace, useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import './MonacoPane.css';
import { documentLabel } from '../../workspace/documentLabel.ts';
import type { EditorProps } from '../editorProps.ts';
import type { Handover } from '../handover.ts';
import { SourceBar } from '../language/SourceBar.tsx';
import { useLanguage } from '../language/useLanguage.ts';
import { offerWords } from '../language/wordCompletion.ts';
import { marksOf } from '../marks/marks.ts';
import { markTests } from '../marks/markTests.ts';
import { offerFixes } from '../marks/offerFixes.ts';
import { setMarks } from '../marks/setMarks.ts';
import { usePaneDocument } from '../usePaneDocument.ts';
import { EditorModels } from './EditorModels.ts';
import { editorOptions } from './editorOptions.ts';
import type { EditorParts } from './editorParts.ts';
import { followTheme } from './editorTheme.ts';
import { keepCaret } from './keepCaret.ts';
import type { Monaco } from './monaco.ts';
import { releaseTab } from './tabRelease.ts';

/** Monaco in a pane: one editor, and a model for each document that it has shown. */
export function MonacoPane({
  monaco,
  handover,
  ...props
}: EditorProps & { monaco: Monaco; handover: Handover }) {
  const frame = useRef<HTMLDivElement>(null);
  const parts = useRef<EditorParts | null>(null);
  const latest = useRef(props);
  const [tabLeaves, setTabLeaves] = useState(false);
  const store = useWorkspaceStore();
  const files = useWorkspace((state) => state.files);
  const { document: name, text, reveal } = usePaneDocument(props.pane);
  const { findings } = props;
  const { source, back } = useLanguage(monaco, parts, props, name);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    if (!frame.current) return;
    const models = new EditorModels(monaco, (document, changed) => {
      if (document === scriptDocument) store.getState().setSql(changed);
      else store.getState().edit(document, changed);
    });
    const fontFamily = getComputedStyle(frame.current).fontFamily;
    const view = monaco.editor.create(frame.current, { ...editorOptions, fontFamily, model: null });
    const stopTheme = followTheme(monaco);
    const tests = markTests(monaco, view, () => latest.current);
    const added = [
      tests,
      offerFixes(monaco, models, () => latest.current),
      offerWords(
        monaco,
        (model) => models.documentOf(model.uri) !== null,
        (language) => language === 'rust' && latest.current.language !== null,
      ),
      releaseTab(monaco, view, setTabLeaves),
      view.onDidChangeCursorPosition(({ position }) => {
        const uri = view.getModel()?.uri;
        const document = uri ? models.documentOf(uri) : null;
        if (document !== null) store.getState().moveCaret(document, position.lineNumber);
      }),
    ];
    parts.current = { view, models, tests };
    return () => {
      parts.current = null;
      for (const part of added) part.dispose();
      stopTheme();
      view.dispose();
      models.dispose();
    };
  }, [monaco, store]);

  useLayoutEffect(() => {
    if (!parts.current) return;
    const { view, models } = parts.current;
    keepCaret(view, () => models.sync(props.pane === 'script' ? { [scriptDocument]: text } : files));
    if (source) return;
    models.show(view, name, text);
    view.updateOptions({ ariaLabel: documentLabel(name), readOnly: false });
  }, [files, name, text, props.pane, source]);

  const handedOver = useRef(false);
  useLayoutEffect(() => {
    if (!parts.current || handedOver.current) return;
    handedOver.current = true;
    takeOver(monaco, parts.current.view, handover);
  }, [monaco, handover]);

  useEffect(() => {
    const model = parts.current?.models.get(name);
    if (!model) return;
    const marks = findings.flatMap((found) => marksOf(name, text, found));
    setMarks(monaco, model, marks);
  }, [monaco, name, text, findings]);

  useEffect(() => {
    const here = props.tests?.filter(({ file }) => file === name) ?? [];
    parts.current?.tests.show(here);
  }, [name, props.tests]);

  useEffect(() => {
    const view = parts.current?.view;
    if (!reveal || !view) return;
    const place = { lineNumber: reveal.line, column: reveal.column };
    view.setPosition(place);
    view.revealPositionInCenterIfOutsideViewport(place);
    view.focus();
  }, [reveal]);

  return (
    <div className="relative flex h-full flex-col">
      {source !== null && <SourceBar path={source} document={name} onBack={back} />}
      <div ref={frame} className="min-h-0 flex-1 font-mono" />
      <p role="status" className="pointer-events-none absolute right-3 bottom-1 text-small text-muted">
        {tabLeaves ? 'Tab moves focus' : ''}
      </p>
    </div>
  );
}

/** Goes on where the person was in the text area whose place the editor takes. */
function takeOver(monaco: Monaco, view: editor.IStandaloneCodeEditor, from: Handover): void {
  const model = view.getModel();
  if (!model) return;
  const start = model.getPositionAt(from.selectionStart);
  const end = model.getPositionAt(from.selectionEnd);
  view.setSelection(monaco.Range.fromPositions(start, end));
  view.setScrollTop(from.scrollTop);
  if (from.focused) view.focus();
}
