import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Handover } from '../handover.ts';
import type { Monaco } from './monaco.ts';

/** Goes on where the person was in the text area whose place the editor takes. */
export function takeOver(monaco: Monaco, view: editor.IStandaloneCodeEditor, from: Handover): void {
  const model = view.getModel();
  if (!model) return;
  const start = model.getPositionAt(from.selectionStart);
  const end = model.getPositionAt(from.selectionEnd);
  view.setSelection(monaco.Range.fromPositions(start, end));
  view.setScrollTop(from.scrollTop);
  if (from.focused) view.focus();
}
