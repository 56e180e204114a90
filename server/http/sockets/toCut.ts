/** What a peer leaves unread: the bytes that wait for it, how long it has taken none of them, and whether they are all. */
export interface SocketUse<T> {
  socket: T;
  waiting: number;
  stuckMs: number;
  isWhole: boolean;
}

/** How long an answer may lie unread. One that is still being made, such as a run's, may be the business of somebody slow. */
const wholeMs = 30_000;
const partialMs = 300_000;
/** What may wait in memory for all peers together: fifty of the largest answers. */
const mostBytes = 256 * 1024 * 1024;

/** Whose sockets are to be cut: those that have not read for too long, and where too much waits in all, those with the most. */
export function toCut<T>(uses: readonly SocketUse<T>[], most = mostBytes): T[] {
  const isStuck = ({ stuckMs, isWhole }: SocketUse<T>) => stuckMs >= (isWhole ? wholeMs : partialMs);
  const cut = uses.filter(isStuck);
  const left = uses.filter((use) => !isStuck(use)).toSorted((a, b) => b.waiting - a.waiting);
  let sum = left.reduce((all, { waiting }) => all + waiting, 0);
  for (const use of left) {
    if (sum <= most) break;
    sum -= use.waiting;
    cut.push(use);
  }
  return cut.map(({ socket }) => socket);
}
