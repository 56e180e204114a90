import { FuzzThread } from './FuzzThread.ts';
import { fuzzTargets } from './fuzzTargets.ts';
import { type KeptSeed, keptSeeds } from './keptSeeds.ts';

/** A target has the thread for so long; then it is another's turn, and its next turn has other inputs. */
const turnMs = 3_000;

/** Smaller examples are looked for within the turn, and a failure is told at once. */
export async function fuzzParsers(
  wish: { seconds: number; seed: number; only: string | null },
  failed: (seed: KeptSeed) => void,
): Promise<{ inputs: number }> {
  const targets = fuzzTargets.filter(({ name }) => wish.only === null || name === wish.only);
  await using thread = new FuzzThread();
  const until = performance.now() + wish.seconds * 1000;
  let inputs = 0;
  for (const { target, recipe, seed } of keptSeeds()) {
    if (wish.only !== null && target !== wish.only) continue;
    const { failure } = await thread.try({ target, recipe });
    if (failure) failed({ target, seed, ...failure });
  }
  const broken = new Set<string>();
  for (let round = 0; performance.now() < until && broken.size < targets.length; round++) {
    for (const { name } of targets) {
      if (broken.has(name) || performance.now() > until) continue;
      const seed = (wish.seed + round) | 0;
      const { runs, failure } = await thread.try({ target: name, seed, ms: turnMs, runs: 1_000_000 });
      inputs += runs;
      if (!failure) continue;
      // It would fail in the same way again and again.
      broken.add(name);
      failed({ target: name, seed, ...failure });
    }
  }
  return { inputs };
}
