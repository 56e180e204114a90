/** A session's container, as one that others may need. */
export interface Holding {
  address: string;
  /** Since when its page is gone; null while it is there. */
  awaySince: number | null;
  /** When something was done in the session last. */
  activeAt: number;
  isRunning: boolean;
  /** Whether it has been promised to somebody already. */
  container: { readonly isGivenBack: boolean };
}

export interface Need<H extends Holding> {
  /** The addresses of those who wait until a container is given back, one for each, in the order of the line. */
  waiting: readonly string[];
  holdings: readonly H[];
  /** How many containers each address has, of whatever kind. */
  held: ReadonlyMap<string, number>;
  now: number;
  /** How long a page may be gone before its container is another's. */
  graceMs: number;
  /** So many an address keeps though one waits that has some already. */
  keeps: number;
}

/**
 * Which containers are to be given back for those who wait (SPEC.md, S7). First those whose page is gone. Then one of the
 * address that has most, and at least two: for an address that has none in any case, for another only beyond what an
 * address keeps. Of its containers that one goes in which nothing runs and nothing was done for longest.
 */
export function toGiveBack<H extends Holding>(need: Need<H>): H[] {
  const { waiting, holdings, now, graceMs, keeps } = need;
  const held = new Map(need.held);
  const promised = holdings.filter((one) => one.container.isGivenBack);
  const free = new Set(holdings.filter((one) => !one.container.isGivenBack));
  const move = (from: string, to: string) => {
    held.set(from, (held.get(from) ?? 0) - 1);
    held.set(to, (held.get(to) ?? 0) + 1);
  };
  promised.forEach((one, at) => {
    move(one.address, waiting[at] ?? one.address);
  });
  const gone = [...free]
    .filter((one) => one.awaySince !== null && now - one.awaySince >= graceMs && !one.isRunning)
    .sort((a, b) => (a.awaySince ?? 0) - (b.awaySince ?? 0));
  const given: H[] = [];
  for (const address of waiting.slice(promised.length)) {
    const one = gone.shift() ?? ofRichest(free, held, address, keeps);
    if (!one) continue;
    given.push(one);
    free.delete(one);
    move(one.address, address);
  }
  return given;
}

function ofRichest<H extends Holding>(
  free: ReadonlySet<H>,
  held: ReadonlyMap<string, number>,
  address: string,
  keeps: number,
): H | null {
  const has = (other: string) => held.get(other) ?? 0;
  let best: H | null = null;
  for (const one of free) if (!best || goesBefore(one, best, has)) best = one;
  const most = best ? has(best.address) : 0;
  const mine = has(address);
  const may = mine === 0 ? most >= 2 : most > Math.max(keeps, mine + 1);
  return may ? best : null;
}

function goesBefore(one: Holding, other: Holding, has: (address: string) => number): boolean {
  const byAddress = has(one.address) - has(other.address);
  if (byAddress !== 0) return byAddress > 0;
  if (one.isRunning !== other.isRunning) return other.isRunning;
  return one.activeAt < other.activeAt;
}
