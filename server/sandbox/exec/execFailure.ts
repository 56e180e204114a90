import type { ExecFailure } from '../../ports/sandboxPort.ts';
import { engineMessage, oneLine, saysGone } from '../engine/engineError.ts';

/** What Go's runtime and the OCI runtimes say when a process or thread is refused them. */
const refusedProcess =
  /resource temporarily unavailable|pthread_create failed|failed to create new OS thread/i;

export const processesFailure: ExecFailure = {
  kind: 'processes',
  message: 'The container has reached its process limit.',
};

export const tooManyExecs: ExecFailure = {
  kind: 'processes',
  message: 'The container has reached its limit of processes run at the same time.',
};

/** Why the Engine did not start a process, from what a call to it threw. */
export function execFailure(error: unknown): ExecFailure {
  if (saysGone(error)) return { kind: 'gone', message: 'The container no longer exists.' };
  return startFailure(engineMessage(error));
}

/** The same, from the text that the Engine wrote in place of the process's output. */
export function startFailure(text: string): ExecFailure {
  if (refusedProcess.test(text)) return processesFailure;
  if (/is not running|stopped|no such container/i.test(text)) {
    return { kind: 'gone', message: 'The container has stopped.' };
  }
  return {
    kind: 'engine',
    message: `The Docker Engine couldn’t start a process in the container: ${oneLine(text)}`,
  };
}
