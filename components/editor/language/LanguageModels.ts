import type { editor, Uri } from 'monaco-editor/editor/editor.api.js';
import { languageRoot } from '../../../protocol/messages/languageMessages.ts';
import type { EditorModels } from '../monaco/EditorModels.ts';
import type { Monaco } from '../monaco/monaco.ts';
import type { EditorLanguage } from './editorLanguage.ts';

const root = `file://${languageRoot}/`;

/** Which document of the language server a model shows, and the other way round. */
export class LanguageModels {
  readonly #monaco: Monaco;
  readonly #models: EditorModels;
  readonly #language: EditorLanguage;
  readonly #textOf: (document: string) => string | undefined;
  readonly #sources = new Map<string, editor.ITextModel>();
  /** Sources on their way, so that none is fetched twice. */
  readonly #fetches = new Map<string, Promise<editor.ITextModel | null>>();

  constructor(
    monaco: Monaco,
    models: EditorModels,
    language: EditorLanguage,
    textOf: (document: string) => string | undefined,
  ) {
    this.#monaco = monaco;
    this.#models = models;
    this.#language = language;
    this.#textOf = textOf;
  }

  /** The address under which the server knows what a model shows; null where it does not. */
  addressOf(model: editor.ITextModel): string | null {
    const document = this.#models.documentOf(model.uri);
    if (document !== null) return root + encodeURI(document);
    return this.isSource(model.uri) ? `file://${encodeURI(model.uri.path)}` : null;
  }

  isSource(uri: Uri): boolean {
    return this.#sources.has(uri.path);
  }

  /** The model of the project's file at this address; null where it is none of the project's. */
  ofProject(address: string): editor.ITextModel | null {
    const path = decoded(address);
    if (!path?.startsWith(`${languageRoot}/`)) return null;
    const document = path.slice(languageRoot.length + 1);
    const text = this.#textOf(document);
    return text === undefined ? null : this.#models.have(document, text);
  }

  /** The model of whatever is at this address: a source is fetched from the container. */
  async at(address: string): Promise<editor.ITextModel | null> {
    const own = this.ofProject(address);
    const path = decoded(address);
    if (own || path === null) return own;
    const fetched = this.#fetches.get(path) ?? this.#fetch(path);
    this.#fetches.set(path, fetched);
    const model = await fetched;
    // One that was refused may be had the next time.
    if (model === null) this.#fetches.delete(path);
    return model;
  }

  async #fetch(path: string): Promise<editor.ITextModel | null> {
    const text = await this.#language.source(path);
    if (text === null) return null;
    const uri = this.#monaco.Uri.file(path);
    const model = this.#monaco.editor.getModel(uri) ?? this.#monaco.editor.createModel(text, 'rust', uri);
    this.#sources.set(path, model);
    return model;
  }

  dispose(): void {
    for (const model of this.#sources.values()) model.dispose();
    this.#sources.clear();
    this.#fetches.clear();
  }
}

function decoded(address: string): string | null {
  if (!address.startsWith('file:///')) return null;
  try {
    return decodeURIComponent(address.slice('file://'.length));
  } catch {
    return null;
  }
}
