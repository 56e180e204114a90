import type { Result } from '../../protocol/result.ts';
import type { SnippetStore, StoreFailure } from '../ports/snippetStore.ts';

/** The same store, of which each failure is told as well. */
export function watchStore(store: SnippetStore, failed: (kind: StoreFailure['kind']) => void): SnippetStore {
  const watched = async <T>(asked: Promise<Result<T, StoreFailure>>) => {
    const result = await asked;
    if (!result.ok) failed(result.error.kind);
    return result;
  };
  return {
    size: () => watched(store.size()),
    add: (snippet, secret) => watched(store.add(snippet, secret)),
    read: (id) => watched(store.read(id)),
    look: (id) => watched(store.look(id)),
    events: (id) => watched(store.events(id)),
    remove: (id, secret) => watched(store.remove(id, secret)),
    [Symbol.asyncDispose]: () => Promise.resolve(store[Symbol.asyncDispose]()),
  };
}
