import { letRun } from '../../base/contain.ts';
import type { Exec, ExecExit } from '../../ports/sandboxPort.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import type { OpenExec } from '../exec/openExec.ts';
import { killJob, signalJob } from './endJob.ts';

export interface RunningJob {
  /** Its name in its container. */
  readonly name: string;
  readonly exec: Exec;
  /** Resolves when it has ended and no signal for it is on its way any more, which would reach who has its name next. */
  readonly over: Promise<void>;
  /** Ends it where nobody reads any more: what the process still says is thrown away. */
  abort(): Promise<void>;
  /** Has `end` called once it has ended by itself, before that is told; where `end` says no, it is told as lost. */
  whenEnded(end: () => Promise<boolean>): void;
}

const somethingLeft =
  'A process in the container couldn’t be stopped, so the container was stopped. Run again for a new one.';

/** An exec whose process is a job of this name. */
export function runningJob(
  engine: DockerEngine,
  containerId: string,
  job: string,
  open: OpenExec,
): RunningJob {
  let ended = false;
  const signals = new Set<Promise<boolean>>();
  const sent = (signal: Promise<boolean>) => {
    signals.add(signal);
    letRun(
      'container',
      signal.finally(() => signals.delete(signal)),
    );
    return signal;
  };
  let atEnd: (() => Promise<boolean>) | null = null;
  const exit = open.end.then(async (end): Promise<ExecExit> => {
    ended = true;
    if (end.kind === 'notStarted') return { kind: 'lost', message: 'The process couldn’t be started.' };
    if (end.kind === 'exited' && atEnd && !(await atEnd())) return { kind: 'lost', message: somethingLeft };
    return end;
  });

  const exec: Exec = {
    stdin: open.stdin,
    stdout: open.output.stdout,
    stderr: open.output.stderr,
    exit,
    async resize(columns, rows) {
      // A terminal that has just ended cannot be resized, and need not be.
      const size = { w: columns, h: rows };
      await engine.call((abortSignal) => open.engineExec.resize({ ...size, abortSignal })).catch(() => {});
    },
    async kill(signal) {
      if (ended) return;
      if (signal !== 'KILL') {
        await sent(signalJob(engine, containerId, job, signal));
        return;
      }
      // The Engine tells of no other process's end in this container until this one's output has been taken.
      open.output.drain();
      if (!(await sent(killJob(engine, containerId, job, exit)))) open.drop();
    },
  };
  return {
    name: job,
    exec,
    over: exit.then(async () => {
      await Promise.all(signals);
    }),
    async abort() {
      open.output.discard();
      await exec.kill('KILL');
    },
    whenEnded(end) {
      atEnd = end;
    },
  };
}
