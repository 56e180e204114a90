import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { type FuzzAnswer, type FuzzJob, noRun } from './FuzzThread.ts';
import { fuzzTargets } from './fuzzTargets.ts';
import type { Recipe } from './recipe.ts';
import { tryTarget } from './tryTarget.ts';

/** Counts the inputs, so that whoever waits sees which one does not end. */
const progress = new Int32Array(workerData as SharedArrayBuffer);
const say = (answer: FuzzAnswer) => parentPort?.postMessage(answer);

parentPort?.on('message', async (job: FuzzJob) => {
  const target = fuzzTargets.find(({ name }) => name === job.target);
  if (!target) throw new Error(`There is no target ${job.target}.`);
  if ('recipe' in job) {
    const problem = await tryTarget(target, job.recipe);
    return say({ runs: 1, failure: problem === null ? null : { problem, recipe: job.recipe } });
  }
  Atomics.store(progress, 0, noRun);
  const property = fc.asyncProperty(target.recipes, async (recipe) => {
    Atomics.add(progress, 0, 1);
    const problem = await tryTarget(target, recipe);
    if (problem !== null) throw new Error(problem);
  });
  const { seed, ms, runs, path } = job;
  const checked = await fc.check(property, {
    seed,
    numRuns: path === undefined ? runs : 1,
    ...(path !== undefined && { path, endOnFailure: true }),
    interruptAfterTimeLimit: ms,
    // A failure is made smaller for so long; each try of a slow one takes its time.
    ...(path === undefined && { markInterruptAsFailure: false }),
  });
  const [recipe] = (checked.counterexample ?? []) as [Recipe?];
  const failure = checked.failed && recipe !== undefined;
  say({
    runs: checked.numRuns,
    failure: failure
      ? {
          problem: checked.errorInstance instanceof Error ? checked.errorInstance.message : 'failed',
          recipe,
          path: checked.counterexamplePath ?? undefined,
        }
      : null,
  });
});
say('ready');
