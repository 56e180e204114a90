import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const notOurs = ['**/node_modules/**', '.next/**'];
/** Tests that start containers or a whole server. */
const withContainers = ['test/{contract,image,server}/**/*.test.ts'];
/** Hostile code in its own container, and hostile users of a server: the latter watch a neighbour. */
const hostile = ['test/abuse/hostile*.test.ts'];
const attacks = ['test/abuse/attack*.test.ts'];

/** As many as there are cores; vitest would leave one to whoever watches. */
const maxWorkers = availableParallelism();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Tests that start a process take seconds where every core is busy.
          testTimeout: 20_000,
          maxWorkers,
          include: ['**/*.test.ts'],
          exclude: [...notOurs, ...withContainers, ...hostile, ...attacks, 'test/e2e/**'],
        },
      },
      {
        test: {
          name: 'view',
          environment: 'jsdom',
          maxWorkers,
          include: ['**/*.test.tsx'],
          exclude: notOurs,
        },
      },
      {
        test: {
          name: 'containers',
          environment: 'node',
          include: [...withContainers, ...hostile],
          // Most of a file's time is one compiler at work on one core.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'attacks',
          environment: 'node',
          include: attacks,
          // Each holds a neighbour to times, so that it has the machine to itself.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
