import { snippetId } from '../../../protocol/snippet.ts';
import type { Target } from '../core/requestTarget.ts';

/** An address that no page has: what Next makes of it is the answer to every address that no page has. */
export const noPage = '/_not-found';

const plainPages = ['/', '/robots.txt', '/sitemap.xml'];
const lessonPage = /^\/learn(?:\/[\w.~-]{1,100}){1,2}$/;
const linkPage = /^\/(s|embed)\/([^/]+)$/;
/** What the frame's own code reads of its query. */
const embedQuery = ['theme', 'panes', 'lines', 'readonly'];

/** Addresses of links that are none lead to one that is none, where the page says so. */
export const noLink = '-';

/** The link whose page an address is, or null. */
export const linkOf = (address: string): string | null =>
  linkPage.exec(address.split('?', 1)[0] ?? '')?.[2] ?? null;

/**
 * What of an address the HTML depends on, and nothing else, written in one way: so that a query that means nothing has no page
 * of its own made. An address that is none leads to the page that says so.
 */
export function pageAddress({ path, query }: Target): string {
  if (plainPages.includes(path) || lessonPage.test(path)) return path;
  const asked = new URLSearchParams(query);
  if (path === '/learn') return withQuery(path, [['q', asked.get('q')?.trim().slice(0, 200) ?? '']]);
  const [, kind, id = ''] = linkPage.exec(path) ?? [];
  const known = kind === undefined ? path : `/${kind}/${snippetId.safeParse(id).success ? id : noLink}`;
  if (kind === 's') return known;
  if (kind !== 'embed' && path !== '/embed') return noPage;
  return withQuery(
    known,
    embedQuery.map((name) => [name, asked.get(name)?.slice(0, 40) ?? '']),
  );
}

function withQuery(path: string, pairs: [name: string, value: string][]): string {
  const given = pairs.filter(([, value]) => value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
