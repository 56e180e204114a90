import type { SandboxFailure } from '../../ports/sandboxPort.ts';
import { engineMessage, engineStatus } from '../engine/engineError.ts';

const noRoom = /no space left on device|cannot allocate memory|resource temporarily unavailable/i;

/** Why the Engine did not create or start a container, from what a call to it threw, and what to do about it. */
export function createFailure(error: unknown, runtime: string | undefined): SandboxFailure {
  const said = engineMessage(error);
  if (engineStatus(error) === 404 && /image/i.test(said)) {
    return { kind: 'image', message: `The session image doesn’t exist. Build it first. (${said})` };
  }
  if (noRoom.test(said)) {
    return { kind: 'capacity', message: `The machine has no resources for another container: ${said}` };
  }
  if (engineStatus(error) === null) {
    return { kind: 'engine', message: `The Docker Engine doesn’t respond. Is it running? (${said})` };
  }
  const under = runtime && /runtime/i.test(said) ? ` with the runtime "${runtime}"` : '';
  return { kind: 'engine', message: `The Docker Engine refused to start a container${under}: ${said}` };
}
