import { parseArgs } from 'node:util';
import { fuzzEndpoints } from './fuzzEndpoints.ts';
import { fuzzParsers } from './fuzzParsers.ts';
import { fuzzTargets } from './fuzzTargets.ts';
import { type KeptSeed, keepSeed } from './keptSeeds.ts';

/** `npm run fuzz -- --seconds 300 --seed N --only NAME --keep`: hostile input for everything that reads what strangers write. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    only: { type: 'string' },
    /** Adds what fails to seeds.json. */
    keep: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const seed = Number(values.seed);
const only = values.only ?? null;
const endpoints = ['http', 'socket'];
const names = [...fuzzTargets.map(({ name }) => name), ...endpoints];
if (!Number.isFinite(seconds) || !Number.isSafeInteger(seed) || (only !== null && !names.includes(only))) {
  console.error(`Use --seconds N, --seed N and --only one of: ${names.join(', ')}.`);
  process.exit(2);
}

console.log(`Seed ${seed}, ${seconds} s.`);
let failures = 0;
const failed = (found: KeptSeed) => {
  failures += 1;
  const recipe = JSON.stringify(found.recipe);
  console.log(`\nFAILED ${found.target}: ${found.problem}`);
  console.log(
    `  again: npm run fuzz -- --only '${found.target}' --seed ${found.seed} (path ${found.path ?? 'none'})`,
  );
  console.log(`  input: ${recipe.length > 2000 ? `${recipe.slice(0, 2000)}…` : recipe}`);
  if (values.keep) keepSeed(found);
};

const parsers = only === null || !endpoints.includes(only);
const both = only === null;
if (parsers) {
  const { inputs } = await fuzzParsers({ seconds: both ? seconds * 0.6 : seconds, seed, only }, failed);
  console.log(`Parsers: ${inputs} inputs.`);
}
if (both || !parsers) {
  const said = await fuzzEndpoints({ seconds: both ? seconds * 0.4 : seconds, seed, only });
  for (const line of said.lines) console.log(line);
  failures += said.failures;
}
console.log(`${failures} failed.`);
process.exit(failures > 0 ? 1 : 0);
