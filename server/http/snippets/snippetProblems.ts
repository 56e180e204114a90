import type { IncomingMessage } from 'node:http';
import { type Snippet, snippetId } from '../../../protocol/snippet.ts';
import type { RateLimits } from '../../ports/rateLimits.ts';
import type { Found, SnippetStore, StoreFailure } from '../../ports/snippetStore.ts';
import type { ProblemAnswer } from '../core/sendProblem.ts';

export const noSnippet: ProblemAnswer = { status: 404, detail: 'This link doesn’t exist.' };

export interface ReaderDeps {
  store: SnippetStore;
  rates: RateLimits;
  addressOf: (request: IncomingMessage) => string;
}

/** What is under a link, or why it is not shown. Reading the largest takes some milliseconds, so it is counted. */
export async function snippetNamed(
  { store, rates, addressOf }: ReaderDeps,
  id: string,
  request: IncomingMessage,
): Promise<Snippet | ProblemAnswer> {
  if (!snippetId.safeParse(id).success) return noSnippet;
  const retryAfterMs = await rates.read(addressOf(request));
  if (retryAfterMs !== null) return tooMany('requests', retryAfterMs);
  const found = await store.read(id);
  if (!found.ok) return storeProblem(found.error);
  return found.value.kind === 'found' ? found.value.snippet : notThere(found.value);
}

/** Why nothing is shown of a link, where that is so; found out for a hundredth of what reading it takes. */
export async function absence(store: SnippetStore, id: string): Promise<ProblemAnswer | null> {
  if (!snippetId.safeParse(id).success) return noSnippet;
  const looked = await store.look(id);
  if (!looked.ok) return storeProblem(looked.error);
  return looked.value.kind === 'found' ? null : notThere(looked.value);
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
  what: 'links' | 'pictures' | 'archives' | 'files' | 'pages' | 'requests' | 'bytes of links',
  retryAfterMs: number,
): ProblemAnswer {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const detail = `Too many ${what} from your address in a short time. Try again in ${wait(seconds)}.`;
  return { status: 429, detail, headers: { 'Retry-After': String(seconds) } };
}

const wait = (seconds: number) => (seconds > 120 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} s`);
