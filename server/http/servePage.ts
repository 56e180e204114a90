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
  const setPolicy = (response: ServerResponse, nonce: string) => {
    response.setHeader('Content-Security-Policy', pagePolicy(nonce, development, isEmbed(response.req.url)));
  };
  const make = (request: IncomingMessage, response: ServerResponse, nonce: string) => {
    request.headers['content-security-policy'] = pagePolicy(nonce, development, false);
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
    const url = request.url ?? '';
    const forOthers = isEmbed(url) || embedScript.test(url);
    response.setHeader('Cross-Origin-Resource-Policy', forOthers ? 'cross-origin' : 'same-origin');
    if (isEmbed(url)) response.removeHeader('X-Frame-Options');
    request.headers[themeHeader] = (isEmbed(url) && askedTheme.exec(url)?.[1]) || '';
    if (url.startsWith('/_next/static/')) return page(request, response, parameters);
    const id = /^\/(?:s|embed)\/([^/?#]+)(?:\?|$)/.exec(url)?.[1];
    return id === undefined ? make(request, response, newNonce()) : snippets(id, request, response);
  };
}

/** Under this header the page's own code is told which theme an embedding page wants. Clients cannot set it. */
const themeHeader = 'x-playground-theme';
const askedTheme = /[?&]theme=(light|dark)(?:&|$)/;

/** What is made to be framed by other sites. No page else is: what they do with a click could be another's. */
const isEmbed = (url = '') => /^\/embed(?:\/[^/?#]*)?(?:\?|$)/.test(url);
const embedScript = /^\/embed\.js(?:\?|$)/;

const newNonce = () => randomBytes(16).toString('base64');
