import type { editor, IDisposable, Uri } from 'monaco-editor/editor/editor.api.js';
import { languageOf } from '../../workspace/languageOf.ts';
import { changedStretch } from '../plain/changedStretch.ts';
import type { Monaco } from './monaco.ts';

/** Colours of their own for nested brackets would outshine the code's. Monaco asks for this at the model. */
const bracketColorizationOptions = { enabled: false, independentColorPoolPerBracketType: false };

interface Entry {
  model: editor.ITextModel;
  view: editor.ICodeEditorViewState | null;
  listening: IDisposable;
}

/**
 * One model, with its undo history, and one view state for each document that a pane has shown, as long as the document
 * is there. The text's truth is the workspace: `sync` brings its changes in, `onEdit` brings the typed ones out.
 */
export class EditorModels {
  readonly #monaco: Monaco;
  readonly #onEdit: (document: string, text: string) => void;
  readonly #entries = new Map<string, Entry>();
  #number = 0;
  #syncing = false;

  constructor(monaco: Monaco, onEdit: (document: string, text: string) => void) {
    this.#monaco = monaco;
    this.#onEdit = onEdit;
  }

  /** Shows a document in the editor, as it was when it was left. */
  show(view: editor.IStandaloneCodeEditor, document: string, text: string): void {
    const entry = this.#entries.get(document) ?? this.#create(document, text);
    const current = view.getModel();
    if (current === entry.model) return;
    this.leave(view);
    view.setModel(entry.model);
    if (entry.view) view.restoreViewState(entry.view);
  }

  /** Remembers how the document that the editor shows is left. */
  leave(view: editor.IStandaloneCodeEditor): void {
    const current = view.getModel();
    for (const entry of this.#entries.values())
      if (entry.model === current) entry.view = view.saveViewState();
  }

  /** The model of a document, whether it was shown before or not. */
  have(document: string, text: string): editor.ITextModel {
    return (this.#entries.get(document) ?? this.#create(document, text)).model;
  }

  /** The model of a document that was shown before. */
  get(document: string): editor.ITextModel | null {
    return this.#entries.get(document)?.model ?? null;
  }

  documentOf(uri: Uri): string | null {
    for (const [document, { model }] of this.#entries)
      if (model.uri.toString() === uri.toString()) return document;
    return null;
  }

  /** Takes over what was changed elsewhere: texts, names, removals. */
  sync(documents: Readonly<Record<string, string>>): void {
    this.#followRenames(documents);
    for (const [document, { model }] of this.#entries) {
      const text = documents[document]?.replaceAll('\r\n', '\n');
      if (text !== undefined && text !== model.getValue()) this.#replace(model, text);
    }
    for (const [document, entry] of this.#entries)
      if (!(document in documents)) this.#dispose(document, entry);
  }

  dispose(): void {
    for (const [document, entry] of this.#entries) this.#dispose(document, entry);
  }

  #create(document: string, text: string): Entry {
    // A number, since a name can come again after its model is gone.
    const uri = this.#monaco.Uri.from({ scheme: 'playground', path: `/${this.#number++}/${document}` });
    const model = this.#monaco.editor.createModel(text, languageOf(document), uri);
    // Monaco would begin an empty file on Windows with that system's line ends, which psql and diffs would show.
    model.setEOL(this.#monaco.editor.EndOfLineSequence.LF);
    model.updateOptions({
      tabSize: document.endsWith('.rs') ? 4 : 2,
      insertSpaces: true,
      bracketColorizationOptions,
    });
    const entry = { model, view: null, listening: this.#listen(model) };
    this.#entries.set(document, entry);
    return entry;
  }

  #listen(model: editor.ITextModel): IDisposable {
    return model.onDidChangeContent(() => {
      const document = this.documentOf(model.uri);
      if (document !== null && !this.#syncing) this.#onEdit(document, model.getValue());
    });
  }

  /** Changes only what differs, as an edit, so that the caret stays in its place and Undo takes it back. */
  #replace(model: editor.ITextModel, text: string): void {
    const { start, end, text: inserted } = changedStretch(model.getValue(), text);
    const range = this.#monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
    this.#syncing = true;
    model.pushStackElement();
    model.pushEditOperations([], [{ range, text: inserted }], () => null);
    model.pushStackElement();
    this.#syncing = false;
  }

  /** A document that is gone while a new one has its text was renamed: its model, with its history, goes along. */
  #followRenames(documents: Readonly<Record<string, string>>): void {
    for (const [document, entry] of [...this.#entries]) {
      if (document in documents) continue;
      const text = entry.model.getValue();
      const renamed = Object.keys(documents).find(
        (name) => !this.#entries.has(name) && documents[name] === text,
      );
      if (renamed === undefined) continue;
      this.#entries.delete(document);
      this.#entries.set(renamed, entry);
      this.#monaco.editor.setModelLanguage(entry.model, languageOf(renamed));
    }
  }

  #dispose(document: string, entry: Entry): void {
    this.#entries.delete(document);
    entry.listening.dispose();
    entry.model.dispose();
  }
}
