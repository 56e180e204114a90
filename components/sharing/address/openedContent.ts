import { fetchSources } from '../api/fetchSource.ts';
import { contentInFragment, type LinkedContent } from './contentLink.ts';
import { textName } from './textName.ts';

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
    return { kind: 'content', content: held.content, name: `v1:${textName(fragment)}`, from: null };
  const files = address.searchParams.getAll('src').slice(0, 2);
  return files.length === 0 ? { kind: 'none' } : fetchSources(files, signal);
}
