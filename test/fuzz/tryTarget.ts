import type { FuzzTarget } from './FuzzTarget.ts';
import type { Recipe } from './recipe.ts';

/** The first time may be the compiler's or the garbage collector's doing. */
const tries = 3;

/** What is wrong with how a target takes an input, or null. */
export async function tryTarget(target: FuzzTarget, recipe: Recipe): Promise<string | null> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < tries && least > target.mostMs; turn++) {
    const begun = process.threadCpuUsage();
    try {
      await target.take(recipe);
    } catch (error) {
      return `threw ${error instanceof Error ? (error.stack ?? error.message).slice(0, 1500) : String(error)}`;
    }
    const { user, system } = process.threadCpuUsage(begun);
    least = Math.min(least, (user + system) / 1000);
  }
  return least > target.mostMs ? `took ${least.toFixed(0)} ms, more than ${target.mostMs} ms` : null;
}
