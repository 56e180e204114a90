import { problem } from '../../../protocol/problem.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { OwnLink } from '../panel/ownLinks.ts';
import { requestApi, type ShareFailure } from './requestApi.ts';

/** Deletes what is under a link. That it was gone before is as good. */
export async function deleteSnippet({
  id,
  secret,
}: Pick<OwnLink, 'id' | 'secret'>): Promise<Result<null, ShareFailure>> {
  const answer = await requestApi(`/api/v1/snippets/${id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${secret}` },
    signal: new AbortController().signal,
  });
  if (!answer.ok) return answer;
  const response = answer.value;
  if (response.ok || response.status === 404) return ok(null);
  const told = problem.safeParse(await response.json().catch(() => null)).data;
  return fail({
    message: told?.detail ?? `The server returned status ${response.status}. The link was not deleted.`,
    retryAt: null,
  });
}
