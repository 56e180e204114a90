import { afterAll, expect, it } from 'vitest';
import { FuzzThread } from './FuzzThread.ts';
import { fuzzTargets } from './fuzzTargets.ts';
import { keptSeeds } from './keptSeeds.ts';

// `npm run fuzz` tries other inputs, and more of them.
const thread = new FuzzThread();
afterAll(() => thread[Symbol.asyncDispose]());

it('has a name for each target', () => {
  const names = fuzzTargets.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(keptSeeds().filter(({ target }) => !names.includes(target))).toEqual([]);
});

it.each(keptSeeds().map((kept, nth) => [kept.target, nth, kept] as const))(
  '%s takes what it once could not (%i)',
  async (target, _nth, { recipe }) => {
    expect((await thread.try({ target, recipe })).failure).toBeNull();
  },
  40_000,
);

it.each(fuzzTargets.map(({ name }) => name))(
  '%s takes hostile input',
  async (target) => {
    expect((await thread.try({ target, seed: 1, ms: 100, runs: 100 })).failure).toBeNull();
  },
  40_000,
);
