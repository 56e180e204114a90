import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Monaco } from '../monaco/monaco.ts';
import type { Mark } from './marks.ts';

const owner = 'playground';

/** Draws the marks of a document, in the place of those that were there. */
export function setMarks(monaco: Monaco, model: editor.ITextModel, marks: readonly Mark[]): void {
  const levels = monaco.MarkerSeverity;
  const severities = { error: levels.Error, warning: levels.Warning, note: levels.Info, help: levels.Hint };
  const markers = marks.map((mark): editor.IMarkerData => {
    const range = model.validateRange({
      startLineNumber: mark.line,
      startColumn: mark.column,
      endLineNumber: mark.endLine,
      endColumn: mark.endColumn,
    });
    const { severity, message, source } = mark;
    const code = codeOf(monaco, mark);
    return { ...range, severity: severities[severity], message, source, ...(code ? { code } : {}) };
  });
  monaco.editor.setModelMarkers(model, owner, markers);
}

/** An error code of rustc's leads to its explanation. */
function codeOf(monaco: Monaco, { code, source }: Mark): editor.IMarkerData['code'] {
  if (code === null || source !== 'rustc' || !/^E\d{4}$/.test(code)) return code ?? undefined;
  return {
    value: code,
    target: monaco.Uri.parse(`https://doc.rust-lang.org/error_codes/${code}.html`),
  };
}
