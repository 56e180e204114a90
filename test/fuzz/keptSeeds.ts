import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Recipe } from './recipe.ts';

/** An input that has failed once. `seed` and `path` are fast-check's, for as long as the target's inputs are made the same way. */
const keptSeed = z.object({
  target: z.string(),
  seed: z.int(),
  path: z.string().optional(),
  /** What it did then. */
  problem: z.string(),
  recipe: z.object({ parts: z.array(z.tuple([z.string(), z.int()])), cut: z.int().optional() }),
});

export type KeptSeed = z.infer<typeof keptSeed> & { recipe: Recipe };

const file = new URL('./seeds.json', import.meta.url);

/** Every input that has failed, in `seeds.json`. */
export function keptSeeds(): KeptSeed[] {
  return z.array(keptSeed).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Keeps one more, so that the unit tests try it from now on. */
export function keepSeed(seed: KeptSeed): void {
  const others = keptSeeds().filter((kept) => JSON.stringify(kept.recipe) !== JSON.stringify(seed.recipe));
  const lines = [...others, seed].map((one) => `  ${JSON.stringify(one)}`);
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
}
