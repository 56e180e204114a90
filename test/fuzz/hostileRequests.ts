import fc from 'fast-check';
import { runRequest } from '../../protocol/project.ts';
import { shareRequest } from '../../protocol/snippet.ts';
import { hostileJson } from './hostileJson.ts';
import { hostileText } from './hostileText.ts';
import { type Recipe, textOf } from './recipe.ts';

const methods = [
  'GET',
  'HEAD',
  'POST',
  'DELETE',
  'OPTIONS',
  'PUT',
  'PATCH',
  'TRACE',
  'CONNECT',
  'get',
  'PRI',
  'QUERY',
];
const paths = [
  ...[
    '/',
    '/learn',
    '/learn/first-extension/01-what-new-makes',
    '/s/AAAAAAAAAAAA',
    '/embed',
    '/embed/AAAAAAAAAAAA',
  ],
  ...[
    '/api/v1/health',
    '/api/v1/versions',
    '/api/v1/run',
    '/api/v1/snippets',
    '/api/v1/snippets/AAAAAAAAAAAA',
  ],
  ...['/api/v1/snippets/AAAAAAAAAAAA/run', '/api/v1/snippets/AAAAAAAAAAAA/picture', '/api/v1/openapi.json'],
  ...[
    '/api/v1/snippets/AAAAAAAAAAAA/archive',
    '/api/v1/snippets/AAAAAAAAAAAA/file',
    '/api/v1/sources',
    '/metrics',
  ],
  ...[
    '/api/v1/starters',
    '/api/v1/session',
    '/_next/static/a.js',
    '/_next/image?url=%2Fa&w=64&q=75',
    '*',
    '/%ff',
    '',
  ],
];
const headers = [
  ...[
    'Content-Type: application/json',
    'Content-Type: text/plain',
    'Content-Length: 5',
    'Content-Length: -1',
  ],
  ...['Transfer-Encoding: chunked', 'Transfer-Encoding: gzip', 'Expect: 100-continue', 'Connection: close'],
  ...[
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Accept-Encoding: gzip;q=0',
    'Accept-Encoding: gzip, br',
    'RSC: 1',
  ],
  ...[
    'Next-Router-Prefetch: 1',
    'Next-Action: abc',
    'Next-Router-State-Tree: %5B',
    'Range: bytes=0-1',
    'Cookie: a=b',
  ],
  ...[
    'X-Forwarded-For: 1.2.3.4',
    'Origin: null',
    'If-None-Match: *',
    'Authorization: Bearer x',
    'X-Matched-Path: /a',
  ],
  ...[
    'x-playground-session: AAAAAAAAAAAAAAAAAAAAAA',
    'x-middleware-subrequest: middleware',
    'Host: a',
    'X: \u00ff',
  ],
];

/** Requests as bytes on a connection, few of which a client would send. */
export function hostileRequests(host: string): fc.Arbitrary<string> {
  const path = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...paths) },
    hostileText({
      words: ['/', '%', '%ff', '..', '?', '&', '=', 'a', '%00', '#', 's', 'api', 'v1'],
      most: 12_000,
    }).map(line),
  );
  const query = fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    fc.webQueryParameters().map((text) => `?${text}`),
  );
  const body: fc.Arbitrary<Recipe> = fc.oneof(
    fc.constant<Recipe>({ parts: [] }),
    hostileJson(shareRequest, 300_000),
    hostileJson(runRequest, 300_000),
  );
  const told = fc.constantFrom<'right' | 'wrong' | 'chunked'>('right', 'right', 'right', 'wrong', 'chunked');
  const request = fc
    .tuple(
      fc.constantFrom(...methods),
      path,
      query,
      fc.uniqueArray(fc.constantFrom(...headers), { maxLength: 6 }),
      body,
      told,
    )
    .map(([method, at, asked, more, recipe, how]) => {
      const sent = Buffer.from(textOf(recipe));
      const length =
        how === 'chunked'
          ? 'Transfer-Encoding: chunked'
          : `Content-Length: ${sent.length + (how === 'wrong' ? 7 : 0)}`;
      const lines = [
        `${method} ${at}${asked} HTTP/1.1`,
        `Host: ${host}`,
        ...more,
        ...(sent.length > 0 ? [length] : []),
      ];
      const framed =
        how === 'chunked'
          ? `${sent.length.toString(16)}\r\n${sent.toString('latin1')}\r\n0\r\n\r\n`
          : sent.toString('latin1');
      return `${lines.join('\r\n')}\r\n\r\n${framed}`;
    });
  const noise = fc.string({ unit: 'binary', maxLength: 300 });
  return fc.oneof(
    { weight: 6, arbitrary: request },
    noise,
    fc.array(request, { maxLength: 5 }).map((all) => all.join('')),
  );
}

/** Without what would end the line. */
const line = (recipe: Recipe) => textOf(recipe).replace(/[\r\n\0 ]/g, '');
