/** The release of pgrx that images, starters, and lessons are made with. Nothing else names it but the lock files. */
export const PGRX_VERSION = '0.19.4';

/** The release of pgrx-bench that goes with it. It depends on nothing of pgrx, and 0.19.4 of it was not published. */
export const PGRX_BENCH_VERSION = '0.19.3';

/**
 * What goes with a release of pgrx: its pgrx-bench, and the newest Postgres that its crate has a feature for.
 *
 * @param {string} pgrx
 * @returns {{ pgrx: string, bench: string, newestMajor: number }}
 */
export function releaseOf(pgrx) {
  const bench = pgrx === PGRX_VERSION ? PGRX_BENCH_VERSION : pgrx;
  return { pgrx, bench, newestMajor: Number(pgrx.split('.')[1]) < 19 ? 18 : 19 };
}

/**
 * A Cargo.toml, or a lesson's text, with the releases in the places where its author left them open; a Cargo.toml without
 * the features for a Postgres that the release of pgrx does not know.
 *
 * @param {string} text
 * @param {string} [pgrx]
 * @returns {string}
 */
export function withPgrxVersion(text, pgrx = PGRX_VERSION) {
  const { bench, newestMajor } = releaseOf(pgrx);
  const filled = text.replaceAll('@PGRX_VERSION@', pgrx).replaceAll('@PGRX_BENCH_VERSION@', bench);
  if (pgrx === PGRX_VERSION) return filled;
  return filled.replace(/^pg(\d\d) = \["pgrx\/.*\n/gm, (line, major) =>
    Number(major) > newestMajor ? '' : line,
  );
}
