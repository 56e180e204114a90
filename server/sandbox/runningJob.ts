import type { Exec, ExecExit } from '../sessions/sandboxPort.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { killJob, signalJob } from './endJob.ts';
import type { OpenExec } from './openExec.ts';

export interface RunningJob {
  readonly exec: Exec;
  /** Resolves when it has ended and no signal for it is on its way any more, which would reach who has its name next. */
  readonly over: Promise<void>;
  /** Ends it where nobody reads any more: what the process still says is thrown away. */
  abort(): Promise<void>;
}

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
    void signal.then(() => signals.delete(signal));
    return signal;
  };
  const exit = open.end.then((end): ExecExit => {
    ended = true;
    return end.kind === 'notStarted' ? { kind: 'lost', message: 'The process couldn’t be started.' } : end;
  });

  const exec: Exec = {
    stdin: open.stdin,
    stdout: open.output.stdout,
    stderr: open.output.stderr,
    exit,
    async resize(columns, rows) {
      // A terminal that has just ended cannot be resized, and need not be.
      await open.engineExec.resize({ w: columns, h: rows, abortSignal: engine.callSignal() }).catch(() => {});
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
    exec,
    over: exit.then(async () => {
      await Promise.all(signals);
    }),
    async abort() {
      open.output.discard();
      await exec.kill('KILL');
    },
  };
}
