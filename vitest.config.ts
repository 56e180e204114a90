import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const notOurs = ['**/node_modules/**', '.next/**'];
/** Tests that start containers or a whole server. */
const withContainers = ['test/{contract,image,server}/**/*.test.ts'];
const abuse = ['test/abuse/**/*.test.ts'];
/** Those that need images besides the usual ones: `npm run pgrx`. */
const otherPgrx = ['test/pgrx/**/*.test.ts'];

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
          exclude: [...notOurs, ...withContainers, ...abuse, ...otherPgrx, 'test/e2e/**'],
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
          include: withContainers,
          // Most of a file's time is one compiler at work on one core.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'pgrx',
          environment: 'node',
          include: otherPgrx,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'abuse',
          environment: 'node',
          include: abuse,
          // What takes all that it can get has the machine to itself: it holds a neighbour to times, and others’ tests would feel it.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
