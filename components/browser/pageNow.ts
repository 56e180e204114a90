/**
 * Milliseconds for times that this page measures and waits for. They are close to those of the epoch, so that a reload can
 * go on with them, but unlike the date they never go back or jump while the page is open.
 */
export const pageNow = (): number => performance.timeOrigin + performance.now();
