import { problem } from '../../../protocol/problem.ts';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import { type ShareAnswer, type ShareRequest, shareAnswer } from '../../../protocol/snippet.ts';
import { pageNow } from '../../browser/pageNow.ts';
import { requestApi, type ShareFailure } from './requestApi.ts';

/** Keeps a project at the server. Null where `signal` has called it off. */
export async function postSnippet(
  request: ShareRequest,
  signal: AbortSignal,
): Promise<Result<ShareAnswer, ShareFailure> | null> {
  const sent = await requestApi('/api/v1/snippets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
  if (signal.aborted) return null;
  if (!sent.ok) return sent;
  const response = sent.value;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const answer = shareAnswer.safeParse(body);
    if (answer.success) return ok(answer.data);
  }
  const told = problem.safeParse(body).data;
  const fields = told?.errors?.map(({ message }) => message).join(' ');
  const message = fields || told?.detail || `The server returned an unexpected status: ${response.status}.`;
  const seconds = Number(response.headers.get('Retry-After'));
  return fail({ message, retryAt: seconds > 0 ? pageNow() + seconds * 1000 : null });
}
