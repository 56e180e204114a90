/** The release of pgrx that images, starters, and lessons are made with. Nothing else names it but the lock files. */
export const PGRX_VERSION = '0.19.4';

/** The release of pgrx-bench that goes with it. It depends on nothing of pgrx, and 0.19.4 of it was not published. */
export const PGRX_BENCH_VERSION = '0.19.3';

/**
 * A Cargo.toml, or a lesson's text, with the releases in the places where its author left them open.
 *
 * @param {string} text
 * @returns {string}
 */
export const withPgrxVersion = (text) =>
  text.replaceAll('@PGRX_VERSION@', PGRX_VERSION).replaceAll('@PGRX_BENCH_VERSION@', PGRX_BENCH_VERSION);
