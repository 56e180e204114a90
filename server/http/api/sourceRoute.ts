import type { IncomingMessage } from 'node:http';
import type { SourceAnswer } from '../../../protocol/source.ts';
import { sourceAnswer } from '../../../protocol/source.ts';
import type { RateLimits } from '../../ports/rateLimits.ts';
import type { ReadSource, SourceFailure } from '../../ports/sourceReader.ts';
import type { Route } from '../core/route.ts';
import { sendJson } from '../core/sendJson.ts';
import { sendProblem } from '../core/sendProblem.ts';
import { tooMany } from '../snippets/snippetProblems.ts';

export interface SourceDeps {
  rates: RateLimits;
  addressOf: (request: IncomingMessage) => string;
  readSource: ReadSource;
}

/** Files that are being fetched at once: each holds a connection to elsewhere for some seconds at worst. */
const mostAtOnce = 8;

const statuses: Record<SourceFailure['kind'], number> = {
  unlisted: 404,
  missing: 404,
  refused: 422,
  unreachable: 502,
};

/** `GET /api/v1/sources?src=name/path`: a file of a listed source, as the part of a project that it is. */
export function sourceRoute({ rates, addressOf, readSource }: SourceDeps): Route {
  let fetching = 0;
  return {
    async GET(request, response) {
      const src = new URL(request.url ?? '', 'http://localhost').searchParams.get('src') ?? '';
      const retryAfterMs = await rates.sourceFile(addressOf(request));
      if (retryAfterMs !== null) return sendProblem(response, tooMany('files', retryAfterMs));
      if (fetching >= mostAtOnce)
        return sendProblem(response, {
          status: 503,
          detail: 'Too many files are being fetched. Try again in a moment.',
          headers: { 'Retry-After': '2' },
        });
      fetching += 1;
      const read = await readSource(src).finally(() => {
        fetching -= 1;
      });
      if (!read.ok)
        return sendProblem(response, { status: statuses[read.error.kind], detail: read.error.message });
      const { address, text } = read.value;
      const answer: SourceAnswer = {
        address,
        title: src.split('/').at(-1) ?? '',
        files: src.endsWith('.rs') ? { 'src/lib.rs': text } : {},
        sql: src.endsWith('.sql') ? text : '',
      };
      const fits = sourceAnswer.safeParse(answer);
      if (fits.success) sendJson(response, 200, answer);
      else
        sendProblem(response, {
          status: 422,
          detail: fits.error.issues[0]?.message ?? 'The file is too large.',
        });
    },
  };
}
