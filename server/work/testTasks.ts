import { parentPort } from 'node:worker_threads';
import { serveTasks } from './serveTasks.ts';

let counted = 0;
let spent = false;

/** What tests have a pool do. */
const tasks = {
  double: (number: number) => number * 2,
  spin: (_tag: string) => {
    for (;;);
  },
  fill: (_: null) => {
    const all: string[][] = [];
    for (;;) all.push(new Array(100_000).fill('x'));
  },
  break: (message: string) => {
    throw new Error(message);
  },
  leave: (code: number) => process.exit(code),
  giveFunction: (_: null) => () => {},
  swallow: (_: unknown) => true,
  count: (_: null) => ++counted,
  spend: (_: null) => {
    spent = true;
    return counted;
  },
};
export type TestTasks = typeof tasks;

if (parentPort) serveTasks(parentPort, tasks, () => spent);
