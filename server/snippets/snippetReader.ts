import { type Snippet, type SnippetReader, snippetId } from '../../protocol/snippet.ts';
import { goneMessage } from '../http/snippets/snippetProblems.ts';
import type { SnippetStore } from '../ports/snippetStore.ts';
import type { Here } from './hereFor.ts';
import { lockToUse, versionChanges } from './versionChanges.ts';

/** Reads snippets for the page, which shows each with its recorded run, and what is another here than it was then. */
export function snippetReader(
  store: SnippetStore,
  hereFor: (snippet: Snippet) => Here | null,
): SnippetReader {
  return async (id) => {
    if (!snippetId.safeParse(id).success) return { kind: 'none' };
    const found = await store.read(id);
    if (!found.ok) return { kind: 'unavailable', message: found.error.message };
    if (found.value.kind === 'none') return { kind: 'none' };
    if (found.value.kind !== 'found') return { kind: 'gone', message: goneMessage(found.value) };
    const events = await store.events(id);
    if (!events.ok) return { kind: 'unavailable', message: events.error.message };
    const { snippet } = found.value;
    const here = hereFor(snippet);
    const changes = here ? versionChanges(snippet, here.installed) : [];
    const lock = here ? lockToUse(snippet, here.installed) : null;
    const pgrx = here?.toolchain.pgrx ?? null;
    return { kind: 'found', snippet, events: events.value, changes, lock, pgrx };
  };
}
