import type { editor, IDisposable, languages } from 'monaco-editor/editor/editor.api.js';
import type { EditorModels } from '../monaco/EditorModels.ts';
import type { Monaco } from '../monaco/monaco.ts';
import { type Fix, fixesOf } from './fixes.ts';
import type { RunFindings } from './marks.ts';

/**
 * Offers the compiler's proposals as quick fixes in a pane's documents. They are made when asked for, from the text of
 * that moment, and applied as edits, so that Undo takes them back.
 */
export function offerFixes(
  monaco: Monaco,
  models: EditorModels,
  findings: () => readonly RunFindings[],
): IDisposable {
  return monaco.languages.registerCodeActionProvider(['rust', 'toml', 'pgsql'], {
    provideCodeActions(model, range) {
      const document = models.documentOf(model.uri);
      const fixes =
        document === null ? [] : findings().flatMap((found) => fixesOf(document, model.getValue(), found));
      const actions = fixes
        .filter(({ at }) => at.line <= range.endLineNumber && at.endLine >= range.startLineNumber)
        .map((fix) => toAction(model, fix));
      return { actions, dispose() {} };
    },
  });
}

function toAction(model: editor.ITextModel, { title, sure, edits }: Fix): languages.CodeAction {
  return {
    title,
    kind: 'quickfix',
    isPreferred: sure,
    edit: {
      edits: edits.map(({ span, text }) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: {
          text,
          range: {
            startLineNumber: span.line,
            startColumn: span.column,
            endLineNumber: span.endLine,
            endColumn: span.endColumn,
          },
        },
      })),
    },
  };
}
