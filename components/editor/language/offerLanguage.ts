import type { editor, IDisposable, IPosition, IRange } from 'monaco-editor/editor/editor.api.js';
import type { EditorModels } from '../monaco/EditorModels.ts';
import type { Monaco } from '../monaco/monaco.ts';
import { completionProvider } from './completionProvider.ts';
import type { EditorLanguage } from './editorLanguage.ts';
import { LanguageModels } from './LanguageModels.ts';
import { readingProviders } from './readingProviders.ts';
import { renameProvider } from './renameProvider.ts';

export interface LanguagePlaces {
  textOf(document: string): string | undefined;
  /** A place in a file of the project is to be shown. */
  onProject(document: string, line: number, column: number): void;
  /** A place in a source outside of it is. */
  onSource(model: editor.ITextModel, line: number, column: number): void;
}

/** While the language server is ready: what it knows, in a pane's editor. */
export function offerLanguage(
  monaco: Monaco,
  view: editor.IStandaloneCodeEditor,
  documents: EditorModels,
  language: EditorLanguage,
  places: LanguagePlaces,
): IDisposable {
  const models = new LanguageModels(monaco, documents, language, places.textOf);
  const { hovers, definitions, references, marks, signatureHelp, hints } = readingProviders(language, models);
  const { languages } = monaco;
  const offered = [
    languages.registerCompletionItemProvider('rust', completionProvider(monaco, language, models)),
    languages.registerHoverProvider('rust', hovers),
    languages.registerDefinitionProvider('rust', definitions),
    languages.registerReferenceProvider('rust', references),
    languages.registerDocumentHighlightProvider('rust', marks),
    languages.registerSignatureHelpProvider('rust', signatureHelp),
    languages.registerInlayHintsProvider('rust', hints),
    languages.registerRenameProvider('rust', renameProvider(language, models)),
    monaco.editor.registerEditorOpener({
      openCodeEditor(_source, resource, selection) {
        const { line, column } = beginning(selection);
        const document = documents.documentOf(resource);
        const source = models.isSource(resource) ? monaco.editor.getModel(resource) : null;
        if (document !== null) places.onProject(document, line, column);
        else if (source) places.onSource(source, line, column);
        return document !== null || source !== null;
      },
    }),
    models,
  ];
  view.updateOptions({
    quickSuggestions: { other: 'on', comments: 'off', strings: 'off' },
    suggestOnTriggerCharacters: true,
  });
  return {
    dispose() {
      view.updateOptions({ quickSuggestions: false, suggestOnTriggerCharacters: false });
      for (const part of offered) part.dispose();
    },
  };
}

function beginning(selection: IRange | IPosition | undefined): { line: number; column: number } {
  if (!selection) return { line: 1, column: 1 };
  return 'lineNumber' in selection
    ? { line: selection.lineNumber, column: selection.column }
    : { line: selection.startLineNumber, column: selection.startColumn };
}
