// `npm test`: makes sure of all that the tests need, then runs them. `npm test -- unit …` runs one part, with what follows
// passed to its runner. The last line is `N passed, N failed`.
import { randomUUID } from 'node:crypto';
import { delimiter, join } from 'node:path';
import { prepare } from './prepare.mjs';
import { stopOnSignal } from './process/runCommand.mjs';
import { root } from './root.mjs';
import { findLeaks, runVariable } from './suites/leaks.mjs';
import { suites } from './suites/suites.mjs';
import { closingLine, hasFailed, oneTest, sum } from './suites/summary.mjs';

const [part, ...extra] = process.argv.slice(2);
if (part !== undefined && !(part in suites)) {
  console.log(`Unknown suite "${part}". Available suites: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}
const chosen = part === undefined ? Object.values(suites) : [suites[part]];

stopOnSignal();
const ready = await prepare([...new Set(chosen.flatMap(({ needs }) => needs))]);
if (ready === null) end([oneTest(false)]);

const run = randomUUID();
const env = {
  ...process.env,
  [runVariable]: run,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
  ...(ready.images ? { PLAYGROUND_IMAGE: ready.images.images } : {}),
  ...(ready.chromium ? { PLAYGROUND_CHROMIUM: ready.chromium.path } : {}),
};
const endpoint = ready.engine?.endpoint;

const results = [];
// Those that need no container leave each other enough of the machine; the others come one after the other.
const isLight = ({ needs }) => needs.every((need) => need === 'packages');
const heavy = chosen.filter((suite) => !isLight(suite)).map((suite) => [suite]);
for (const together of [chosen.filter(isLight), ...heavy]) {
  if (together.length === 0) continue;
  console.log(`\n=== ${together.map(({ title }) => title).join(', ')}`);
  const counts = await Promise.all(together.map(({ run: runSuite }) => runSuite(extra, env)));
  for (const [at, { title }] of together.entries()) console.log(`=== ${title}: ${closingLine(counts[at])}`);
  results.push(...counts);
}

if (endpoint) {
  const left = await findLeaks(endpoint, run);
  console.log(`\n=== left behind: ${left.length === 0 ? 'nothing' : ''}`);
  for (const line of left) console.log(`  ${line}`);
  results.push(oneTest(left.length === 0));
}
end(results);

function end(all) {
  const counts = sum(all);
  if (counts.flaky.length > 0) console.log('\n=== flaky, failed once and passed alone:');
  for (const name of counts.flaky) console.log(`  ${name}`);
  const failed = hasFailed(counts, Boolean(process.env.CI));
  if (failed && counts.skipped > 0) console.log(`\nSKIPPED TESTS PROVE NOTHING: ${counts.skipped} in total.`);
  console.log(`\n${closingLine(counts)}`);
  process.exit(failed ? 1 : 0);
}
