import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { Exec as EngineExec } from 'dockerode';
import { fail, ok, type Result } from '../../../protocol/result.ts';
import type { ExecFailure } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { discard } from '../engine/engineCalls.ts';
import { type ExecEnd, execEnd } from './execEnd.ts';
import { execFailure, tooManyExecs } from './execFailure.ts';
import { processInput } from './processInput.ts';
import { type ProcessOutput, processOutput } from './processOutput.ts';

export interface ExecRequest {
  argv: readonly string[];
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  tty?: { columns: number; rows: number };
  /** Places beyond those that a container has, for what ends other processes. */
  more?: number;
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
  { argv, env = {}, cwd, tty, more }: ExecRequest,
): Promise<Result<OpenExec, ExecFailure>> {
  const leave = engine.execs.take(containerId, more);
  if (!leave) return fail(tooManyExecs);
  try {
    const engineExec = await engine.call((abortSignal) =>
      engine.docker.getContainer(containerId).exec({
        Cmd: [...argv],
        Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
        WorkingDir: cwd,
        AttachStdin: true,
        AttachStdout: true,
        AttachStderr: true,
        Tty: tty !== undefined,
        abortSignal,
      }),
    );
    const connection: unknown = await engine.call((abortSignal) =>
      engineExec.start({ hijack: true, stdin: true, Tty: tty !== undefined, abortSignal }),
    );
    // Upgraded to a raw connection, it is the socket itself; where the Engine did not, it is something around its answer.
    if (!(connection instanceof Socket)) {
      discard(connection);
      throw new Error('it did not hand over the process’s connection');
    }
    engine.own(connection);
    const output = processOutput(connection, tty !== undefined);
    const input = processInput(connection);
    const end = execEnd(engine, engineExec, input, output);
    void output.ended.then(leave);
    return ok({ engineExec, stdin: input.stdin, output, end, drop: () => connection.destroy() });
  } catch (error) {
    leave();
    return fail(execFailure(error));
  }
}
