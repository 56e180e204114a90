import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../base/clock.ts';
import type { RateLimits } from '../../ports/rateLimits.ts';
import type { SnippetStore } from '../../ports/snippetStore.ts';
import { Turns } from '../../queues/Turns.ts';
import type { Target } from '../core/requestTarget.ts';
import type { Handler } from '../core/route.ts';
import { pagePolicy } from '../core/security.ts';
import { sendProblem } from '../core/sendProblem.ts';
import { linkState } from './linkState.ts';
import { joinWith, PageMaker, sizeOf } from './PageMaker.ts';
import { pageAddress } from './pageAddress.ts';
import { type RenderPage, renderPage } from './renderPage.ts';
import { sendHtml } from './sendHtml.ts';

/** Under this header the page's own code is told where it is, which previews of a link need. Clients cannot set it. */
const originHeader = 'x-playground-origin';

export interface PageDeps {
  /** Next's own handler; with `render` it gives files alone. */
  page: Handler;
  /** What makes pages, on another thread; without it Next's own handler does so on this one. */
  render?: RenderPage | undefined;
  development: boolean;
  store: SnippetStore;
  rates: RateLimits;
  clock: Clock;
  addressOf: (request: IncomingMessage) => string;
  /** Trusted proxies before this server. */
  proxies: number;
  /** Whether the server knows what it runs with, which a link's page tells. */
  settled: () => boolean;
}

/** Node has four threads for all that is compressed, read and looked up; a page of 100 KB takes 2 ms of one. */
const compressing = { atOnce: 2, waiting: 2_000, waitingOfKey: 1_000, patienceMs: 10_000 };

type ServePage = (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<void> | void;

/**
 * Answers for all that is not the API's. Files are given as they are; a page is made by Next once and kept, and each
 * answer has a nonce of its own in the places of the one that it was made with. Whether a link is still there is asked of
 * the store each time.
 */
export function servePage(deps: PageDeps): ServePage {
  const { page, development, store, addressOf } = deps;
  const maker = new PageMaker({
    rates: deps.rates,
    clock: deps.clock,
    newNonce,
    render: deps.render ?? ((address, headers) => renderPage(page, address, headers)),
  });
  const turns = new Turns(compressing, deps.clock);

  const answerPage = async (request: IncomingMessage, response: ServerResponse, target: Target) => {
    const asked = pageAddress(target);
    const owner = addressOf(request);
    const link = await linkState(store, asked);
    const origin = pageOrigin(request, deps.proxies);
    const made = await maker.get({
      address: link.address,
      headers: (nonce) => pageHeaders(origin, asked, nonce),
      depends: link.depends,
      owner,
      isWanted: () => !response.closed,
      mayKeep: async () => deps.settled() && (await link.mayKeep()),
    });
    if (response.closed) return;
    if (!('pieces' in made)) return sendProblem(response, made);
    const nonce = newNonce();
    response.setHeader('Content-Security-Policy', pagePolicy(nonce, false, isEmbed(target.path)));
    const { headers, pieces } = made;
    const status = link.status === 200 ? made.status : link.status;
    const html = () => joinWith(pieces, nonce);
    await sendHtml(response, { status, headers, size: sizeOf(made), html }, { turns, key: owner });
  };

  return async (request, response, target) => {
    const { path, query } = target;
    const { method } = request;
    const forOthers = isEmbed(path) || path === '/embed.js';
    response.setHeader('Cross-Origin-Resource-Policy', forOthers ? 'cross-origin' : 'same-origin');
    if (isEmbed(path)) response.removeHeader('X-Frame-Options');
    if (development) return developedPage(deps, request, response, target);
    // The page has no forms and no actions.
    if (method !== 'GET' && method !== 'HEAD')
      return sendProblem(response, {
        status: 405,
        detail: 'Method not allowed. Use GET.',
        headers: { Allow: 'GET, HEAD' },
      });
    if (isFile(path)) {
      const given = Object.entries(request.headers).filter(([name]) => fileHeaders.includes(name));
      request.headers = Object.fromEntries(given);
      return page(request, response, {});
    }
    if (path.length > 1 && path.endsWith('/')) {
      response.writeHead(308, { Location: path.replace(/\/+$/, '') + query }).end();
      return;
    }
    await answerPage(request, response, target);
  };
}

/** In development Next is asked for what it likes, by the client's own request: it compiles pages as they are asked for. */
async function developedPage(
  { page, proxies, store }: PageDeps,
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
): Promise<void> {
  const nonce = newNonce();
  const link = await linkState(store, pageAddress(target));
  if (link.status !== 200) forceStatus(response, link.status);
  delete request.headers['content-security-policy-report-only'];
  Object.assign(request.headers, {
    [originHeader]: pageOrigin(request, proxies),
    [themeHeader]: askedTheme(pageAddress(target)),
    'content-security-policy': pagePolicy(nonce, true, false),
  });
  response.setHeader('Content-Security-Policy', pagePolicy(nonce, true, isEmbed(target.path)));
  await page(request, response, {});
}

/** What the page's code is told. Next reads the nonce for its scripts out of the policy in the request's headers. */
function pageHeaders(origin: string, address: string, nonce: string): Record<string, string> {
  const { host, protocol } = new URL(origin);
  return {
    host,
    'x-forwarded-proto': protocol.slice(0, -1),
    // Next tells programs that read no JavaScript by their name, and puts titles where they look for them: for everybody here.
    'user-agent': 'pgrx-playground',
    accept: 'text/html',
    [originHeader]: origin,
    [themeHeader]: askedTheme(address),
    'content-security-policy': pagePolicy(nonce, false, false),
  };
}

/** Under this header the page's own code is told which theme an embedding page wants. Clients cannot set it. */
const themeHeader = 'x-playground-theme';
const askedTheme = (address: string) => /^\/embed\b.*[?&]theme=(light|dark)(?:&|$)/.exec(address)?.[1] ?? '';

/** What Next gives from a file, as it is. */
const isFile = (path: string) =>
  path.startsWith('/_next/static/') || path === '/embed.js' || path === '/icon.svg';
/** What decides how a file is given; Next has further headers that it takes for orders. */
const fileHeaders = ['host', 'accept-encoding', 'if-none-match', 'if-modified-since', 'range', 'if-range'];

/** What is made to be framed by other sites. No page else is: what they do with a click could be another's. */
const isEmbed = (path: string) => /^\/embed(?:\/[^/]*)?$/.test(path);

const newNonce = () => randomBytes(16).toString('base64');

/** Where the client reaches this server. What a proxy says of it counts only where one is trusted. */
function pageOrigin({ headers }: IncomingMessage, proxies: number): string {
  const scheme = proxies > 0 && headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  const origin = `${scheme}://${headers.host ?? ''}`;
  return URL.canParse(origin) ? new URL(origin).origin : `${scheme}://localhost`;
}

/** Whatever is then answered has this status: a page of Next's has no other way to say 410 or 503. */
function forceStatus(response: ServerResponse, status: number): void {
  const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
  response.writeHead = (_status: number, ...rest: unknown[]) => writeHead(status, ...rest);
}
