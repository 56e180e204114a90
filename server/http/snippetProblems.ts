import { type Snippet, snippetId } from '../../protocol/snippet.ts';
import type { Found, SnippetStore, StoreFailure } from '../sessions/snippetStore.ts';
import type { ProblemAnswer } from './sendProblem.ts';

export const noSnippet: ProblemAnswer = { status: 404, detail: 'This link doesn’t exist.' };

/** What is under a link, or why it is not shown. */
export async function snippetNamed(store: SnippetStore, id: string): Promise<Snippet | ProblemAnswer> {
  if (!snippetId.safeParse(id).success) return noSnippet;
  const found = await store.read(id);
  if (!found.ok) return storeProblem(found.error);
  return found.value.kind === 'found' ? found.value.snippet : notThere(found.value);
}

function notThere(found: Exclude<Found, { kind: 'found' }>): ProblemAnswer {
  return found.kind === 'none' ? noSnippet : { status: 410, detail: goneMessage(found) };
}

/** Why what was under a link is no longer shown. */
export function goneMessage(found: Extract<Found, { kind: 'deleted' | 'blocked' }>): string {
  return found.kind === 'deleted'
    ? 'The owner has deleted this link.'
    : `The operator of this server has blocked this link: ${found.reason}`;
}

export function storeProblem({ kind, message }: StoreFailure): ProblemAnswer {
  return { status: kind === 'full' ? 507 : 503, detail: message };
}

export function tooMany(
  what: 'links' | 'pictures' | 'archives' | 'files',
  retryAfterMs: number,
): ProblemAnswer {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const detail = `Too many ${what} per minute from your address. Try again in ${seconds} s.`;
  return { status: 429, detail, headers: { 'Retry-After': String(seconds) } };
}
