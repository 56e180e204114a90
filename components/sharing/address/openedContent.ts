import { fetchSources } from '../api/fetchSource.ts';
import { contentInFragment, type LinkedContent } from './contentLink.ts';

/** A part of a project: what is left out is as it was. */
export type OpenedPart = Pick<LinkedContent, 'files' | 'sql' | 'title' | 'postgres'>;

/** A project that an address holds or names. */
export type OpenedContent =
  | { kind: 'none' }
  | {
      kind: 'content';
      content: OpenedPart;
      /** Under which the tab keeps what is made of it. */
      name: string;
      from: string | null;
    }
  | { kind: 'failed'; message: string };

/** What is to be opened by this address: a project after `#`, or files of listed sources as `?src=`. */
export function openedContent(address: URL, signal: AbortSignal): OpenedContent | Promise<OpenedContent> {
  const fragment = address.hash.slice(1);
  const held = contentInFragment(fragment);
  if (held.kind === 'refused') return { kind: 'failed', message: held.message };
  if (held.kind === 'content')
    return { kind: 'content', content: held.content, name: `v1:${contentKey(fragment)}`, from: null };
  const files = address.searchParams.getAll('src').slice(0, 2);
  return files.length === 0 ? { kind: 'none' } : openedSources(files, signal);
}

async function openedSources(files: readonly string[], signal: AbortSignal): Promise<OpenedContent> {
  const fetched = await fetchSources(files, signal);
  if (!fetched.ok) return { kind: 'failed', message: fetched.error };
  return { kind: 'content', name: `src:${contentKey(files.join('\n'))}`, ...fetched.value };
}

/** A short name for a text, the same for the same text; chance makes no two alike (FNV-1a, from two beginnings). */
function contentKey(text: string): string {
  const hash = (start: number) => {
    let sum = start;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(36);
  };
  return `${hash(0x811c9dc5)}-${hash(0x050c5d1f)}`;
}
