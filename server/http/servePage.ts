import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SnippetStore } from '../sessions/snippetStore.ts';
import { originHeader, pageOrigin } from './pageOrigin.ts';
import type { Handler } from './route.ts';
import { pagePolicy } from './security.ts';
import { snippetPages } from './snippetPages.ts';

export interface PageParts {
  /** Next's own handler. */
  page: Handler;
  development: boolean;
  store: SnippetStore;
  /** Trusted proxies before this server. */
  proxies: number;
  /** Whether the server knows what it runs with, which a link's page tells. */
  settled: () => boolean;
}

/**
 * Hands a request to the page's own handler, Next's. Next reads the nonce for its scripts out of the policy in the
 * request's headers, and what the client sends there must not reach it.
 */
export function servePage({ page, development, store, proxies, settled }: PageParts): Handler {
  const policyOf = (nonce: string) => pagePolicy(nonce, development);
  const setPolicy = (response: ServerResponse, nonce: string) => {
    response.setHeader('Content-Security-Policy', policyOf(nonce));
  };
  const make = (request: IncomingMessage, response: ServerResponse, nonce: string) => {
    request.headers['content-security-policy'] = policyOf(nonce);
    setPolicy(response, nonce);
    return page(request, response, {});
  };
  const snippets = snippetPages({
    store,
    make,
    newNonce,
    setPolicy,
    settled: () => !development && settled(),
  });

  return (request, response, parameters) => {
    delete request.headers['content-security-policy'];
    delete request.headers['content-security-policy-report-only'];
    request.headers[originHeader] = pageOrigin(request, proxies);
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    const url = request.url ?? '';
    if (url.startsWith('/_next/static/')) return page(request, response, parameters);
    const id = /^\/s\/([^/?#]+)(?:\?|$)/.exec(url)?.[1];
    return id === undefined ? make(request, response, newNonce()) : snippets(id, request, response);
  };
}

const newNonce = () => randomBytes(16).toString('base64');
