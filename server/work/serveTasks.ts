import type { MessagePort } from 'node:worker_threads';

/** What a thread is asked. It is asked nothing more before it has answered. */
export interface Asked {
  name: string;
  input: unknown;
}

export type Answer =
  | { kind: 'ready' }
  /** `isLast`: the thread is to be replaced. */
  | { kind: 'done'; value: unknown; isLast: boolean }
  | { kind: 'failed'; message: string };

/**
 * The thread's side of a pool: does what it is asked, one after the other. `isSpent` says after a task whether the thread
 * can be relied on no longer.
 */
export function serveTasks(port: MessagePort, tasks: object, isSpent: () => boolean): void {
  const table = new Map(Object.entries(tasks));
  const answer = (given: Answer) => port.postMessage(given);
  port.on('message', async ({ name, input }: Asked) => {
    try {
      const value = await table.get(name)(input);
      answer({ kind: 'done', value, isLast: isSpent() });
    } catch (error) {
      // What a task throws is a bug of ours; what cannot be cloned throws here as well.
      answer({ kind: 'failed', message: String(error).slice(0, 500) });
    }
  });
  // All that the tasks need is loaded by now.
  answer({ kind: 'ready' });
}
