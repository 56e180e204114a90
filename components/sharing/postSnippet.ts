import { problem } from '../../protocol/problem.ts';
import { type ShareAnswer, type ShareRequest, shareAnswer } from '../../protocol/snippet.ts';
import { answerOf } from './answerOf.ts';
import type { ShareFailure } from './shareFailure.ts';

/** What the server has made of a request to share. */
export type Posted = { kind: 'shared'; answer: ShareAnswer } | { kind: 'failed'; failure: ShareFailure };

/** Keeps a project at the server. Null where `signal` has called it off. */
export async function postSnippet(request: ShareRequest, signal: AbortSignal): Promise<Posted | null> {
  const response = await answerOf('/api/v1/snippets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
  if (signal.aborted) return null;
  if (!(response instanceof Response)) return { kind: 'failed', failure: response };
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const answer = shareAnswer.safeParse(body);
    if (answer.success) return { kind: 'shared', answer: answer.data };
  }
  const told = problem.safeParse(body).data;
  const fields = told?.errors?.map(({ message }) => message).join(' ');
  const message = fields || told?.detail || `The server returned an unexpected status: ${response.status}.`;
  const seconds = Number(response.headers.get('Retry-After'));
  return { kind: 'failed', failure: { message, retryAt: seconds > 0 ? Date.now() + seconds * 1000 : null } };
}
