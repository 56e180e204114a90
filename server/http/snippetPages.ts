import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { snippetId } from '../../protocol/snippet.ts';
import type { Looked, SnippetStore } from '../sessions/snippetStore.ts';
import { ByteCache } from './ByteCache.ts';
import { captureAnswer } from './captureAnswer.ts';
import { forceStatus } from './forceStatus.ts';
import { originHeader } from './pageOrigin.ts';

/** Characters of HTML that are kept: a link's page has 100,000 as a rule, and some fifty times that at worst. */
const keptCharacters = 32 * 1024 * 1024;
const compress = promisify(gzip);

export interface SnippetPageParts {
  store: SnippetStore;
  /** Lets Next make the page, with this nonce for its scripts. */
  make: (request: IncomingMessage, response: ServerResponse, nonce: string) => Promise<void> | void;
  newNonce: () => string;
  /** Tells the browser that scripts may run with this nonce. */
  setPolicy: (response: ServerResponse, nonce: string) => void;
  /** Whether a page that is made now would be the same later. */
  settled: () => boolean;
}

/** A page's HTML as Next made it, in the pieces between its nonces. */
type PagePieces = readonly string[];

export type SnippetPages = (id: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Answers `/s/{id}` and `/embed/{id}`. React takes some 20 ms to make such a page, and a link that is passed round is opened by hundreds at
 * once. So its HTML is kept, and each answer has a nonce of its own in the places of the one that it was made with. Whether
 * the link is still there is asked of the store each time.
 */
export function snippetPages({ store, make, newNonce, setPolicy, settled }: SnippetPageParts): SnippetPages {
  const cache = new ByteCache<PagePieces>(keptCharacters, (pieces) =>
    pieces.reduce((sum, { length }) => sum + length, 0),
  );
  const making = new Map<string, Promise<PagePieces | null>>();

  /** The page's pieces; null where it could not be made, or nobody waits for it any more. */
  async function piecesOf(id: string, key: string, request: IncomingMessage, response: ServerResponse) {
    const nonce = newNonce();
    delete request.headers['accept-encoding'];
    const captured = await captureAnswer(response, () => make(request, response, nonce));
    if (captured?.status !== 200) return null;
    const pieces = captured.body.split(nonce);
    // A link that went while its page was made has words in its place, which are not for keeping.
    const still = await store.look(id);
    if (still.ok && still.value.kind === 'found') cache.put(key, pieces);
    return pieces;
  }

  return async (id, request, response) => {
    const looked = snippetId.safeParse(id).success ? await store.look(id) : null;
    const found = looked?.ok && looked.value.kind === 'found' ? looked.value : null;
    if (!found || !isPlain(request) || !settled()) {
      if (!found) forceStatus(response, !looked ? 404 : looked.ok ? statuses[looked.value.kind] : 503);
      return make(request, response, newNonce());
    }
    // All that the HTML is made of and that can change: the titles of parents, which may go, and the page's own address.
    const key = JSON.stringify([request.url, found.parents, request.headers[originHeader]]);
    const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding']));
    let pieces = cache.get(key) ?? (await making.get(key));
    if (!pieces) {
      const made = piecesOf(id, key, request, response);
      making.set(key, made);
      pieces = await made.finally(() => making.delete(key));
    }
    if (response.closed) return;
    if (!pieces) throw new Error(`rendering the page of link ${id} failed`);
    const nonce = newNonce();
    setPolicy(response, nonce);
    await send(request, response, pieces.join(nonce), zipped);
  };
}

const statuses: Record<Looked['kind'], number> = { found: 200, none: 404, deleted: 410, blocked: 410 };

/** Next also asks for parts of pages, by headers of its own, and a query is a part of what it makes. */
function isPlain({ method, url = '', headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && !url.includes('?') && headers.rsc === undefined;
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  html: string,
  zipped: boolean,
): Promise<void> {
  // Level 1: with each answer anew, for the nonce's sake.
  const level = { level: constants.Z_BEST_SPEED };
  const body = zipped ? await compress(html, level) : Buffer.from(html);
  if (response.closed) return;
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding',
    ...(zipped && { 'Content-Encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
