import { setTimeout as delay } from 'node:timers/promises';
import type { Exec as EngineExec } from 'dockerode';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { engineMessage } from '../engine/engineError.ts';
import type { ProcessInput } from './processInput.ts';
import type { ProcessOutput } from './processOutput.ts';

/** How an exec ended. `notStarted`: the Engine could not start the process, and wrote why into its output. */
export type ExecEnd =
  | { kind: 'exited'; code: number }
  | { kind: 'notStarted' }
  | { kind: 'lost'; message: string };

/** The connection can end a moment before the Engine has the exit code; pauses between questions, in milliseconds. */
const statusPauses = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 1000];

/** What the Engine sets as the exit code of a process that it could not start. */
const startFailureCodes = new Set([126, 127, 128]);

/** Waits for the connection to end, then asks the Engine for the exit code. */
export async function execEnd(
  engine: DockerEngine,
  engineExec: EngineExec,
  input: ProcessInput,
  output: ProcessOutput,
): Promise<ExecEnd> {
  const { inOrder } = await output.ended;
  const status = await finalStatus(engine, engineExec);
  // A process that ends without reading its stdin breaks the connection as well, in our write to it.
  if (status.kind === 'lost' || inOrder || input.leftUnread()) return status;
  return { kind: 'lost', message: 'The connection to the process was lost.' };
}

async function finalStatus(engine: DockerEngine, engineExec: EngineExec): Promise<ExecEnd> {
  try {
    for (const pause of statusPauses) {
      const { Running, ExitCode, Pid } = await engine.call((abortSignal) =>
        engineExec.inspect({ abortSignal }),
      );
      if (!Running && typeof ExitCode === 'number') {
        const notStarted = Pid === 0 && startFailureCodes.has(ExitCode);
        return notStarted ? { kind: 'notStarted' } : { kind: 'exited', code: ExitCode };
      }
      await delay(pause);
    }
    return {
      kind: 'lost',
      message: 'The connection to the process closed, but the process is still running.',
    };
  } catch (error) {
    return { kind: 'lost', message: `The exit status of the process is unknown: ${engineMessage(error)}` };
  }
}
