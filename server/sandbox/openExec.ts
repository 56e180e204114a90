import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { Exec as EngineExec } from 'dockerode';
import { fail, ok, type Result } from '../base/result.ts';
import type { ExecFailure } from '../sessions/sandboxPort.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { type ExecEnd, execEnd } from './execEnd.ts';
import { execFailure } from './execFailure.ts';
import { processInput } from './processInput.ts';
import { type ProcessOutput, processOutput } from './processOutput.ts';

export interface ExecRequest {
  argv: readonly string[];
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  tty?: { columns: number; rows: number };
}

/** An exec that the Engine has been told to start; whether its process runs is not known yet. */
export interface OpenExec {
  readonly engineExec: EngineExec;
  readonly stdin: Writable;
  readonly output: ProcessOutput;
  readonly end: Promise<ExecEnd>;
  /** Gives the connection up. */
  drop(): void;
}

/** Creates and starts an exec over a connection of its own. */
export async function openExec(
  engine: DockerEngine,
  containerId: string,
  { argv, env = {}, cwd, tty }: ExecRequest,
): Promise<Result<OpenExec, ExecFailure>> {
  try {
    const engineExec = await engine.docker.getContainer(containerId).exec({
      Cmd: [...argv],
      Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
      WorkingDir: cwd,
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      Tty: tty !== undefined,
      abortSignal: engine.callSignal(),
    });
    // Upgraded to a raw connection, it is the socket itself.
    const connection = (await engineExec.start({
      hijack: true,
      stdin: true,
      Tty: tty !== undefined,
      abortSignal: engine.callSignal(),
    })) as Socket;
    engine.own(connection);
    const output = processOutput(connection, tty !== undefined);
    const input = processInput(connection);
    const end = execEnd(engine, engineExec, input, output);
    return ok({ engineExec, stdin: input.stdin, output, end, drop: () => connection.destroy() });
  } catch (error) {
    return fail(execFailure(error));
  }
}
