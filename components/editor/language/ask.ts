import type { CancellationToken, editor } from 'monaco-editor/editor/editor.api.js';
import type { z } from 'zod';
import type { LanguageMethod } from '../../../protocol/messages/languageMessages.ts';
import type { EditorLanguage } from './editorLanguage.ts';

/**
 * Asks about a model. Null where the server has no answer or none that can be read, where nobody waits any more, and
 * where the text has changed since: the answer speaks of another.
 */
export async function ask<S extends z.ZodType>(
  language: EditorLanguage,
  [method, params]: readonly [LanguageMethod, object],
  answer: S,
  token: CancellationToken,
  model: editor.ITextModel | null = null,
): Promise<z.output<S> | null> {
  const version = model?.getVersionId();
  const cancel = new AbortController();
  const listening = token.onCancellationRequested(() => cancel.abort());
  try {
    const result = await language
      .request(method, params, cancel.signal)
      // What it was at when an edit came it gives up; where the text is still the same, a second try has an answer.
      .catch((error: unknown) => {
        if (!isOutdated(error)) throw error;
        return language.request(method, params, cancel.signal);
      });
    if (token.isCancellationRequested || model?.isDisposed() || model?.getVersionId() !== version)
      return null;
    const read = answer.safeParse(result ?? null);
    return read.success ? read.data : null;
  } catch {
    // Refused, cancelled, or the server is gone, which the page tells.
    return null;
  } finally {
    listening.dispose();
  }
}

/** The protocol's ContentModified. */
function isOutdated(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === -32801;
}
