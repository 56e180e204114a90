import type { Starter } from '../workspace/starter.ts';
import type { SharedLink } from './sharedLink.ts';

/** What a link's page begins with. */
export function linkStarter({ snippet }: SharedLink): Starter {
  const { id, files, sql, title, postgres } = snippet;
  return { files, sql, title, postgres, link: id };
}
