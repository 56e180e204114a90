import type fc from 'fast-check';
import type { Recipe } from './recipe.ts';

/** Something that reads what strangers write. */
export interface FuzzTarget {
  name: string;
  recipes: fc.Arbitrary<Recipe>;
  /** Gives it an input. Throws where it does, or where what it says is not as it must be. */
  take(recipe: Recipe): unknown;
  /** The processor time that the worst input may take, in milliseconds. */
  mostMs: number;
}

/**
 * What may be read on the server's own thread, which serves everybody. An input is as long as the protocol lets it be; one
 * of a quadratic scanner then takes seconds. Ordinary long ones take some 10 ms here, and more while the compiler of V8 or
 * its garbage collector are at work.
 */
export const serverMs = 150;

/** In the page, or in a thread with a limit of its own, it holds up one person. */
export const pageMs = 1_000;
