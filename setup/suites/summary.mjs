/** `flaky` names the tests that failed beside others and passed alone; they count as passed. */
/** @typedef {{ passed: number, failed: number, skipped: number, flaky?: string[] }} Counts */

/** @returns {Counts} */
export const oneTest = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  const total = (key) => all.reduce((n, counts) => n + counts[key], 0);
  const flaky = all.flatMap((counts) => counts.flaky ?? []);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped'), flaky };
}

/**
 * What vitest's JSON reporter counted. A run that ended badly without a failed test (a file that does not load, an
 * unhandled error, no tests at all) has failed all the same, and counts as one.
 */
export function vitestCounts(report, exitCode) {
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return atLeastOneFailure(
    { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, skipped },
    exitCode,
  );
}

/** What Playwright's JSON reporter counted; Playwright itself retries nothing. */
export function playwrightCounts(report, exitCode) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
}

function atLeastOneFailure(counts, exitCode) {
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  return counts.failed === 0 && (exitCode !== 0 || ranNothing) ? { ...counts, failed: 1 } : counts;
}

/** The closing line, read by machines: `12 passed, 0 failed`, with `, 1 skipped` only where there is one. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A skipped test shows nothing; where no one looks at the output, it must not pass for one. */
export const hasFailed = ({ failed, skipped }, inCi) => failed > 0 || (inCi && skipped > 0);
