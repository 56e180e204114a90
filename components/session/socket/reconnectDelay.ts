/**
 * Milliseconds to wait before try number `attempt` (from 1) to connect: from a quarter of a second doubling up to 15,
 * of which a random half, so that a room full of pages does not come back to a restarted server all at once.
 */
export function reconnectDelay(attempt: number, random: () => number): number {
  const ceiling = Math.min(250 * 2 ** Math.min(attempt, 10), 15_000);
  return Math.round(ceiling * (0.5 + random() * 0.5));
}
