/**
 * Whether tests that failed beside others pass alone: then the run passes, and says which were flaky. Both outputs are in the
 * log, the first where the test failed, the second under "again, alone".
 */

/** A test of a JSON report that failed: the file, and the test's whole name; null where the file itself failed. */
/** @typedef {{ file: string, name: string | null }} Failed */

/** The failed tests of vitest's JSON report. @returns {Failed[]} */
export function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name: file, status, assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [{ file, name: null }] : [];
    // As vitest's `-t` compares it.
    return failed.map(({ ancestorTitles, title }) => ({
      file,
      name: [...ancestorTitles, title].join(' > '),
    }));
  });
}

/** The failed tests of Playwright's JSON report. @returns {Failed[]} */
export function failedInPlaywright(report) {
  const inSuite = ({ suites = [], specs = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, title }) => ({ file, name: title })),
    ...suites.flatMap(inSuite),
  ];
  return (report?.suites ?? []).flatMap(inSuite);
}

/** vitest's arguments that run these tests of one file and no others. */
export function vitestFilter(file, names) {
  if (names.includes(null)) return [file];
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [file, '-t', `^(${escaped.join('|')})$`];
}

/** More failures than this are no flakiness, and would take long to try again. */
export const mostRetried = 8;

/**
 * The counts of a run once the failed tests were tried again.
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @param {Failed[]} failed
 * @param {Failed[]} passedAlone
 */
export function afterRetry(counts, failed, passedAlone) {
  const flaky = passedAlone.map(({ file, name }) => (name === null ? file : `${file}: ${name}`));
  // A failure that no test stands for, such as an error between tests, stays one.
  const recovered = Math.min(counts.failed, passedAlone.length);
  if (failed.length === 0 || recovered === 0) return counts;
  return {
    ...counts,
    passed: counts.passed + recovered,
    failed: counts.failed - recovered,
    flaky,
  };
}
