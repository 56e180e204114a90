import { sourcesFirst } from '../../workspace/sourcesFirst.ts';
import type { Starter } from '../../workspace/starter.ts';
import type { SharedLink } from './sharedLink.ts';

/** What a link's page begins with. */
export function linkStarter({ snippet }: SharedLink): Starter {
  const { id, sql, title, postgres } = snippet;
  const sorted = Object.entries(snippet.files).sort(([one], [other]) => sourcesFirst(one, other));
  return { files: Object.fromEntries(sorted), sql, title, postgres, link: id };
}
