import { problem } from '../../protocol/problem.ts';
import { answerOf } from './answerOf.ts';
import type { OwnLink } from './ownLinks.ts';
import type { ShareFailure } from './shareFailure.ts';

/** Deletes what is under a link; null once it is gone, also where it was before. */
export async function deleteSnippet({
  id,
  secret,
}: Pick<OwnLink, 'id' | 'secret'>): Promise<ShareFailure | null> {
  const response = await answerOf(`/api/v1/snippets/${id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${secret}` },
    signal: new AbortController().signal,
  });
  if (!(response instanceof Response)) return response;
  if (response.ok || response.status === 404) return null;
  const told = problem.safeParse(await response.json().catch(() => null)).data;
  return {
    message: told?.detail ?? `The server returned status ${response.status}. The link was not deleted.`,
    retryAt: null,
  };
}
