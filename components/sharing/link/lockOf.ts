import type { Starter } from '../../workspace/starter.ts';
import type { Shared } from './SharedProvider.tsx';

/** The lock file that goes with what is on a link's page, as long as that is still made of the link. */
export function lockOf(shared: Shared | null, starter: Starter): { lock?: string } {
  const { snippet, lock } = shared?.link ?? {};
  return snippet && lock && starter.link === snippet.id ? { lock } : {};
}
