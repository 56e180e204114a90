/**
 * Something that the project needs and that can't be had without the reader's help.
 * @typedef {{ kind: 'missing', what: string, why: string, mend: string }} Missing
 */

/** @returns {Missing} */
export const missing = (what, why, mend) => ({ kind: 'missing', what, why, mend });

/** Whether a requirement's answer says that it is missing. */
export const isMissing = (answer) => answer?.kind === 'missing';

/** One line for each missing thing: what, why, and what mends it. */
export function missingReport(things) {
  const head = things.length === 1 ? 'One thing is missing:' : `${things.length} things are missing:`;
  return [head, ...things.map(({ what, why, mend }) => `  - ${what}: ${why}. To fix it: ${mend}`)].join('\n');
}
