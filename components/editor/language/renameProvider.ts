import type { languages } from 'monaco-editor/editor/editor.api.js';
import { renamePlace, workspaceEdit } from './answers.ts';
import { ask } from './ask.ts';
import type { EditorLanguage } from './editorLanguage.ts';
import type { LanguageModels } from './LanguageModels.ts';
import { toPlace, toRange } from './toMonaco.ts';

const nothing = { range: { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 }, text: '' };

/** Renames in all files of the project, and never outside of it. */
export function renameProvider(language: EditorLanguage, models: LanguageModels): languages.RenameProvider {
  return {
    async resolveRenameLocation(model, position, token) {
      const uri = models.addressOf(model);
      const params = { textDocument: { uri }, position: toPlace(position) };
      const found =
        uri === null
          ? null
          : await ask(language, ['textDocument/prepareRename', params], renamePlace, token, model);
      if (!found || (uri !== null && !models.ofProject(uri)))
        return { ...nothing, rejectReason: 'This can’t be renamed here.' };
      const range = toRange(found.range);
      return { range, text: found.placeholder ?? model.getValueInRange(range) };
    },
    async provideRenameEdits(model, position, newName, token) {
      const uri = models.addressOf(model);
      const params = { textDocument: { uri }, position: toPlace(position), newName };
      const found =
        uri === null
          ? null
          : await ask(language, ['textDocument/rename', params], workspaceEdit, token, model);
      if (!found) return { edits: [], rejectReason: `Can’t rename to ${newName}.` };
      const files = [
        ...Object.entries(found.changes ?? {}),
        ...(found.documentChanges ?? []).map(({ textDocument, edits }) => [textDocument.uri, edits] as const),
      ];
      const edits: languages.IWorkspaceTextEdit[] = [];
      for (const [address, changes] of files) {
        const changed = models.ofProject(address);
        if (!changed) return { edits: [], rejectReason: 'It is also used outside the project.' };
        for (const { range, newText } of changes)
          edits.push({
            resource: changed.uri,
            versionId: changed.getVersionId(),
            textEdit: { range: toRange(range), text: newText },
          });
      }
      return { edits };
    },
  };
}
