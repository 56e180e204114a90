import { z } from 'zod';
import { limits } from '../limits.ts';

const text = z.string().max(limits.textLength);
const time = z.number().nonnegative();

/** What a run of mode `bench` measures, and how the code was compiled for it. */
export const benchPlanEvent = z.object({
  type: z.literal('benchPlan'),
  names: z.array(z.string().max(limits.testNameLength)).max(limits.tests),
  /** To be said with every figure. */
  compiled: text,
});

/** An estimate of Criterion's with its confidence interval, in nanoseconds. */
const estimate = z.object({ ns: time, low: time, high: time });

/** One `#[pg_bench]`. The estimates are null where it failed. */
export const benchResultEvent = z.object({
  type: z.literal('benchResult'),
  name: z.string().max(limits.testNameLength),
  error: text.nullable(),
  file: z.string().max(512).nullable(),
  line: z.int().positive().nullable(),
  median: estimate.nullable(),
  mean: estimate.nullable(),
  deviationNs: time.nullable(),
  samples: z.int().nonnegative(),
  iterations: z.number().nonnegative(),
  warmUpMs: time,
});

/** A Rust function and its twin, before they are timed. */
export const twinPlanEvent = z.object({
  type: z.literal('twinPlan'),
  /** How many calls the twins are made of, one after the other. */
  sizes: z.array(z.int().positive()).max(20),
  warmUps: z.int().nonnegative(),
  runs: z.int().positive(),
  compiled: text,
  /** The first input for which the two do not give the same, with what they give; null where all that were tried agree. */
  differ: z.object({ x: text, rust: text.nullable(), twin: text.nullable() }).nullable(),
  compared: z.int().nonnegative(),
});

const spread = z.object({ median: time, low: time, high: time });

/** So many calls of each twin: the median of the runs with the quickest and the slowest, in milliseconds. */
export const twinPointEvent = z.object({
  type: z.literal('twinPoint'),
  size: z.int().positive(),
  rust: spread,
  twin: spread,
});

/** Two SQL expressions of `x` that are said to be the same; `setup` runs before them and may create functions. */
export const twinRequest = z.object({
  rust: z.string().min(1).max(2000),
  twin: z.string().min(1).max(2000),
  setup: z
    .string()
    .max(16 * 1024)
    .default(''),
});

export type TwinRequest = z.infer<typeof twinRequest>;
