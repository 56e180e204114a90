import type { Looked, SnippetStore } from '../../ports/snippetStore.ts';
import { linkOf, noLink } from './pageAddress.ts';

export interface LinkState {
  /** The address that is made, and the status that it is answered with whatever it says. */
  address: string;
  status: number;
  /** What of the page can change: the titles of parents, which may go. */
  depends: unknown;
  /** Whether the page that was made meanwhile is for keeping. */
  mayKeep: () => Promise<boolean> | boolean;
}

const statuses: Record<Looked['kind'], number> = { found: 200, none: 404, deleted: 410, blocked: 410 };

/** How the page at an address stands: a link's has to be asked for each time, as it can go; any other is what it is. */
export async function linkState(store: SnippetStore, address: string): Promise<LinkState> {
  const id = linkOf(address);
  if (id === null) return { address, status: 200, depends: null, mayKeep: () => true };
  const looked = id === noLink ? null : await store.look(id);
  if (looked && !looked.ok) return { address, status: 503, depends: null, mayKeep: () => false };
  const { kind } = looked?.value ?? { kind: 'none' };
  // All links that are none have the same page.
  if (kind === 'none')
    return { address: address.replace(id, noLink), status: 404, depends: null, mayKeep: () => true };
  return {
    address,
    status: statuses[kind],
    depends: looked?.value.kind === 'found' ? looked.value.parents : kind,
    // A link that went while its page was made has words in its place, which are not for keeping.
    async mayKeep() {
      const still = kind === 'found' && (await store.look(id));
      return still !== false && still.ok && still.value.kind === 'found';
    },
  };
}
