import { sourcesFirst } from '../../workspace/sourcesFirst.ts';
import type { Starter } from '../../workspace/starter.ts';
import type { SharedLink } from './sharedLink.ts';

/** What a link's page begins with. What is made of it there is built with its lock file, as it was when it was shared. */
export function linkStarter({ snippet, lock, pgrx }: SharedLink): Starter {
  const { id, sql, title, postgres } = snippet;
  const sorted = Object.entries(snippet.files).sort(([one], [other]) => sourcesFirst(one, other));
  const starter = { files: Object.fromEntries(sorted), sql, title, postgres, link: id };
  return { ...starter, ...(pgrx && { pgrx }), ...(lock && { lock }) };
}
