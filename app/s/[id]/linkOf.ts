import type { SharedLink } from '../../../components/sharing/link/sharedLink.ts';
import type { SnippetAnswer } from '../../../protocol/snippet.ts';

/** What a page needs of a link that was found. */
export function linkOf(answer: Extract<SnippetAnswer, { kind: 'found' }>): SharedLink {
  const { lock: _, ...snippet } = answer.snippet;
  const { events, changes, lock, pgrx } = answer;
  return { snippet, events, changes, lock, pgrx };
}
