import type { IncomingMessage } from 'node:http';
import { hostAllowed, isHost } from '../base/hostAllowed.ts';
import type { OriginRule } from '../base/originAllowed.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { requestTarget, type Target } from './requestTarget.ts';
import type { ProblemAnswer } from './sendProblem.ts';

/** What a request asks for, and of whom: fails with the problem to answer where nobody here is meant. */
export function checkTarget(
  { url = '', headers, headersDistinct }: IncomingMessage,
  origins: OriginRule,
): Result<Target, ProblemAnswer> {
  const target = requestTarget(url);
  if (target === 414) return fail({ status: 414, detail: 'The address is over 4096 characters.' });
  if (target === 400) return fail({ status: 400, detail: 'The address cannot be read.' });
  const { host } = headers;
  // HTTP/1.0 has none: no browser speaks that, but what asks for health sometimes does. Node refuses 1.1 without one.
  if (host === undefined) return ok(target);
  if ((headersDistinct.host ?? []).length > 1 || !isHost(host))
    return fail({ status: 400, detail: 'The Host header must be the name of one host.' });
  if (hostAllowed(host, origins)) return ok(target);
  return fail({ status: 421, detail: misdirected });
}

const misdirected =
  'This server is for its own machine and is not known by the name in the Host header. Its operator can change that: ' +
  'PLAYGROUND_ORIGINS lists names like https://play.example.org, PLAYGROUND_PROXIES says that a proxy stands before it, and ' +
  'PLAYGROUND_HOST has it listen to others.';
