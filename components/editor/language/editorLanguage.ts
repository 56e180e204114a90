import type { LanguageMethod } from '../../../protocol/messages/languageMessages.ts';

/** A language server that is ready, as the editor needs it. */
export interface EditorLanguage {
  /** Asks; rejects where there is no answer. */
  request(method: LanguageMethod, params: object, signal?: AbortSignal): Promise<unknown>;
  /** The text of a source outside of the project; null where there is none. */
  source(path: string): Promise<string | null>;
}
