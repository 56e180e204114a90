import type { IRange, languages } from 'monaco-editor/editor/editor.api.js';
import type { Monaco } from '../monaco/monaco.ts';
import { type CompletionItem, completionItem, completions } from './answers.ts';
import { ask } from './ask.ts';
import type { EditorLanguage } from './editorLanguage.ts';
import type { LanguageModels } from './LanguageModels.ts';
import { toMarkdown, toPlace, toRange } from './toMonaco.ts';

/** The protocol's kinds of completions, in the order of their numbers, by Monaco's names. */
const kinds = [
  ...([
    'Text',
    'Method',
    'Function',
    'Constructor',
    'Field',
    'Variable',
    'Class',
    'Interface',
    'Module',
  ] as const),
  ...([
    'Property',
    'Unit',
    'Value',
    'Enum',
    'Keyword',
    'Snippet',
    'Color',
    'File',
    'Reference',
    'Folder',
  ] as const),
  ...(['EnumMember', 'Constant', 'Struct', 'Event', 'Operator', 'TypeParameter'] as const),
];
const snippet = 2;

type Suggestion = languages.CompletionItem & { asked: CompletionItem };

export function completionProvider(
  monaco: Monaco,
  language: EditorLanguage,
  models: LanguageModels,
): languages.CompletionItemProvider {
  return {
    triggerCharacters: [':', '.', "'", '('],
    async provideCompletionItems(model, position, { triggerKind, triggerCharacter }, token) {
      const uri = models.addressOf(model);
      if (uri === null) return null;
      const context = { triggerKind: triggerKind + 1, ...(triggerCharacter ? { triggerCharacter } : {}) };
      const params = { textDocument: { uri }, position: toPlace(position), context };
      // Typed on meanwhile, the list is still of use: Monaco goes through it for what is typed now, or cancels.
      const found = await ask(language, ['textDocument/completion', params], completions, token);
      if (!found) return null;
      const { startColumn, endColumn } = model.getWordUntilPosition(position);
      const word = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn,
        endColumn,
      };
      return {
        incomplete: found.isIncomplete,
        suggestions: found.items.map((item) => toSuggestion(monaco, item, word)),
      };
    },
    async resolveCompletionItem(item, token) {
      const { asked } = item as Suggestion;
      const more = await ask(language, ['completionItem/resolve', asked], completionItem, token);
      return more ? { ...item, ...extrasOf(more) } : item;
    },
  };
}

function toSuggestion(monaco: Monaco, item: CompletionItem, word: IRange): Suggestion {
  const { label, kind = 1, sortText, filterText, preselect, textEdit } = item;
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;
  const edit = textEdit && 'insert' in textEdit ? { ...textEdit, range: textEdit.insert } : textEdit;
  return {
    label,
    kind: CompletionItemKind[kinds[kind - 1] ?? 'Text'],
    insertText: edit?.newText ?? item.insertText ?? label,
    range: edit ? toRange(edit.range) : word,
    asked: item,
    ...(item.insertTextFormat === snippet
      ? { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet }
      : {}),
    ...(sortText === undefined ? {} : { sortText }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(preselect === undefined ? {} : { preselect }),
    ...extrasOf(item),
  };
}

/** What may come with the suggestion or only when it is looked at: an import that it needs is among it. */
function extrasOf({ detail, documentation, additionalTextEdits }: CompletionItem) {
  return {
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: toMarkdown(documentation) }),
    ...(additionalTextEdits
      ? {
          additionalTextEdits: additionalTextEdits.map(({ range, newText }) => ({
            range: toRange(range),
            text: newText,
          })),
        }
      : {}),
  };
}
