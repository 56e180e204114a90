import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import { hostAllowed, isHost } from '../../base/hostAllowed.ts';
import type { OriginRule } from '../../base/originAllowed.ts';
import { requestTarget, type Target } from './requestTarget.ts';
import type { ProblemAnswer } from './sendProblem.ts';

/** What a request asks for, and of whom: fails with the problem to answer where nobody here is meant. */
export function checkTarget(
  { url = '', headers, headersDistinct }: IncomingMessage,
  origins: OriginRule,
): Result<Target, ProblemAnswer> {
  const target = requestTarget(url);
  if (target === 414) return fail({ status: 414, detail: 'The URL is over 4096 characters.' });
  if (target === 400) return fail({ status: 400, detail: 'The URL is malformed.' });
  const { host } = headers;
  // HTTP/1.0 has none: no browser speaks that, but what asks for health sometimes does. Node refuses 1.1 without one.
  if (host === undefined) return ok(target);
  if ((headersDistinct.host ?? []).length > 1 || !isHost(host))
    return fail({ status: 400, detail: 'The Host header must name exactly one host.' });
  if (hostAllowed(host, origins)) return ok(target);
  return fail({ status: 421, detail: misdirected });
}

const misdirected =
  'This server only serves its own machine and doesn’t recognize the name in the Host header. Its operator can change that: ' +
  'list names like https://play.example.org in PLAYGROUND_ORIGINS, set PLAYGROUND_PROXIES if the server is behind a proxy, or set ' +
  'PLAYGROUND_HOST to listen on other addresses.';
