import type { Clock } from '../../base/clock.ts';
import type { RateLimits } from '../../ports/rateLimits.ts';
import { Turns } from '../../queues/Turns.ts';
import { ByteCache } from '../core/ByteCache.ts';
import type { ProblemAnswer } from '../core/sendProblem.ts';
import { tooMany } from '../snippets/snippetProblems.ts';
import { noPage } from './pageAddress.ts';
import type { Rendered, RenderPage } from './renderPage.ts';
import { turnProblem } from './turnProblem.ts';

/** A page has 100 KB as a rule, and some fifty times that at worst. */
const keptBytes = 64 * 1024 * 1024;
/**
 * React makes a page in some 20 ms of the thread that makes them all, the largest in seconds. Two at once, as one may wait for
 * the store; a room of 300 who open as many links at once behind one address may wait for theirs.
 */
const rendering = { atOnce: 2, waiting: 1_000, waitingOfKey: 400, patienceMs: 10_000 };

/** A page as Next made it, in the pieces between its nonces. */
export interface MadePage {
  status: number;
  headers: Record<string, string>;
  pieces: readonly Buffer[];
}

export interface PageQuestion {
  address: string;
  /** What the page is told beside its address. */
  headers: (nonce: string) => Record<string, string>;
  /** All else that the HTML depends on and that can change. */
  depends: unknown;
  /** Who asks: for turns, rates, and room. */
  owner: string;
  isWanted: () => boolean;
  /** Whether what was made still holds, and may be kept for others. */
  mayKeep: () => Promise<boolean> | boolean;
}

/** Has Next make pages, each once as long as it is asked for: in turn, at a bounded rate, and for no request in particular. */
export class PageMaker {
  readonly #deps: { render: RenderPage; newNonce: () => string; rates: RateLimits; clock: Clock };
  readonly #kept = new ByteCache<MadePage>(keptBytes, sizeOf);
  readonly #making = new Map<
    string,
    { made: Promise<MadePage | ProblemAnswer>; wanted: (() => boolean)[] }
  >();
  readonly #turns: Turns;

  constructor(deps: { render: RenderPage; newNonce: () => string; rates: RateLimits; clock: Clock }) {
    this.#deps = deps;
    this.#turns = new Turns(rendering, deps.clock);
  }

  async get(question: PageQuestion): Promise<MadePage | ProblemAnswer> {
    const { address, depends, headers, owner, isWanted } = question;
    const key = JSON.stringify([address, depends, headers('')]);
    const kept = this.#kept.get(key);
    if (kept) return kept;
    // Once for all of one owner: who shared another's turn would wait in that one's queue.
    const mine = `${owner} ${key}`;
    const making = this.#making.get(mine);
    if (making) {
      making.wanted.push(isWanted);
      return making.made;
    }
    const wanted = [isWanted];
    const made = this.#make(key, question, () => wanted.some((one) => one()));
    this.#making.set(mine, { made, wanted });
    return made.finally(() => this.#making.delete(mine));
  }

  async #make(
    key: string,
    question: PageQuestion,
    isWanted: () => boolean,
  ): Promise<MadePage | ProblemAnswer> {
    const { address, headers, owner, mayKeep } = question;
    const retryAfterMs = await this.#deps.rates.page(owner);
    if (retryAfterMs !== null) return tooMany('pages', retryAfterMs);
    const turn = await this.#turns.take(owner, isWanted);
    if (turn.kind !== 'taken') return turnProblem(turn.kind);
    try {
      const made = this.#kept.get(key);
      if (made) return made;
      const nonce = this.#deps.newNonce();
      const rendered = await this.#deps.render(address, headers(nonce));
      if (!rendered) return turnProblem('late');
      const page = {
        status: rendered.status,
        headers: told(rendered),
        pieces: splitAt(rendered.body, nonce),
      };
      if (isWhole(rendered, address) && (await mayKeep())) this.#kept.put(key, page, owner);
      return page;
    } finally {
      turn.end();
    }
  }
}

/** What a browser is told of what Next said; the rest is said by the server in front, or of no use to anybody. */
function told({ headers }: Rendered): Record<string, string> {
  const names = ['Content-Type', 'Location'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

/** A page that is cut short, or that tells of a failure, is for this once. */
function isWhole({ status, headers, body }: Rendered, address: string): boolean {
  const isExpected = status === 200 || (status === 404 && (address === noPage || address.includes('/-')));
  return (
    isExpected &&
    /^text\/html\b/.test(String(headers['content-type'])) &&
    body.subarray(-7).toString() === '</html>'
  );
}

/** The bytes between all places of a text: as bytes, since the largest page takes the thread many times as long as text. */
function splitAt(body: Buffer, text: string): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, from)) {
    pieces.push(body.subarray(from, at));
    from = at + text.length;
  }
  return [...pieces, body.subarray(from)];
}

/** What a page has in bytes, without the nonces between its pieces. */
export const sizeOf = ({ pieces }: Pick<MadePage, 'pieces'>) =>
  pieces.reduce((sum, { length }) => sum + length, 0);

/** The page with another text in these places. */
export function joinWith(pieces: readonly Buffer[], text: string): Buffer {
  const between = Buffer.from(text);
  return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece])));
}
