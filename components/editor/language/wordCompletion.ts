import type { editor, IDisposable } from 'monaco-editor/editor/editor.api.js';
import type { Monaco } from '../monaco/monaco.ts';
import { documentWords } from './documentWords.ts';

/** Text around the caret that is looked through: some 2,000 lines, in a few milliseconds. */
const reach = 32 * 1024;

/**
 * Completion by the words of a document, where it is asked for. Monaco's own has those of comments and strings as well.
 *
 * @param isOwn whether a document belongs to the pane that offers this: each pane does for its own
 * @param knowsMore whether something better completes this language now
 */
export function offerWords(
  monaco: Monaco,
  isOwn: (model: editor.ITextModel) => boolean,
  knowsMore: (language: string) => boolean,
): IDisposable {
  return monaco.languages.registerCompletionItemProvider(['rust', 'pgsql', 'toml'], {
    provideCompletionItems(model, position) {
      const language = model.getLanguageId();
      if (!isOwn(model) || knowsMore(language)) return { suggestions: [] };
      const { startColumn, endColumn } = model.getWordUntilPosition(position);
      const { lineNumber } = position;
      const range = new monaco.Range(lineNumber, startColumn, lineNumber, endColumn);
      const at = model.getOffsetAt({ lineNumber, column: startColumn });
      // What is being typed is no word yet.
      const before = model.getValue().slice(Math.max(0, at - reach), at);
      const behind = model.getValue().slice(model.getOffsetAt(position), at + reach);
      const words = new Set([...documentWords(before, language), ...documentWords(behind, language)]);
      const kind = monaco.languages.CompletionItemKind.Text;
      return { suggestions: [...words].map((word) => ({ label: word, insertText: word, kind, range })) };
    },
  });
}
