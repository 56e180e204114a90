import { z } from 'zod';
import { snippetId } from '../../../protocol/snippet.ts';

/** A link that was made in this browser, with the secret by which it can be deleted. */
export interface OwnLink {
  id: string;
  title: string;
  secret: string;
  /** When it was made, in epoch milliseconds. */
  at: number;
}

export const ownLinksKey = 'pgrx-playground:links';

const ownLink = z.object({ id: snippetId, title: z.string(), secret: z.string(), at: z.number() });

/** Of more links than so many the oldest are forgotten here, so that they leave room for drafts. They stay where they are. */
const mostLinks = 300;

/** The links of this browser, the newest first. What cannot be read is left out. */
export function readOwnLinks(storage: Storage | null): OwnLink[] {
  let kept: unknown = null;
  try {
    kept = JSON.parse(storage?.getItem(ownLinksKey) ?? '[]');
  } catch {
    // As if there were none.
  }
  return Array.isArray(kept) ? kept.flatMap((one) => ownLink.safeParse(one).data ?? []) : [];
}

/** Remembers a link; says whether the browser lets it. Read anew each time, since other tabs write as well. */
export function addOwnLink(storage: Storage | null, link: OwnLink): boolean {
  return write(storage, [link, ...readOwnLinks(storage)].slice(0, mostLinks));
}

export function forgetOwnLink(storage: Storage | null, id: string): void {
  write(
    storage,
    readOwnLinks(storage).filter((link) => link.id !== id),
  );
}

function write(storage: Storage | null, links: OwnLink[]): boolean {
  try {
    storage?.setItem(ownLinksKey, JSON.stringify(links));
    return storage !== null;
  } catch {
    return false;
  }
}
