import type { RunEvent } from '../../protocol/events.ts';
import { limits } from '../../protocol/limits.ts';
import type { RunRequest } from '../../protocol/project.ts';
import type { ContainerSupply } from './ContainerSupply.ts';
import { executeRun, type RunParts } from './executeRun.ts';
import { Lease } from './Lease.ts';
import { RunStop } from './RunStop.ts';
import { RunStream } from './RunStream.ts';
import { manyAtOnce, type Refusal } from './refusal.ts';
import type { SandboxPort } from './sandboxPort.ts';

export interface OneShotsParts {
  run: RunParts;
  port: SandboxPort;
  supply: ContainerSupply;
}

export interface OneShot {
  /** Whose turn it counts as, for fairness, and whose bound. */
  key: string;
  request: RunRequest & { postgres: number };
  signal: AbortSignal;
  onEvent: (event: RunEvent) => void;
}

/** Runs without a session: each takes a container of its own, which is removed after it. */
export class OneShots {
  readonly #parts: OneShotsParts;
  readonly #running = new Map<RunStop, { key: string; postgres: number; ended: Promise<void> }>();

  constructor(parts: OneShotsParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#running.size;
  }

  /** Why a further one of this key on this major is not taken, or null. One whose container is being removed counts. */
  refusal(key: string, postgres: number): Refusal | null {
    const same = [...this.#running.values()].filter((run) => run.key === key && run.postgres === postgres);
    return same.length < limits.ownContainerRuns ? null : manyAtOnce(postgres);
  }

  /** Resolves when all that run now have ended. */
  async idle(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  /** Tells all to stop, because the server goes away. */
  stop(): void {
    for (const stop of this.#running.keys()) stop.stop('draining');
  }

  /** Runs to its `done`; resolves when the container is removed. Aborting cancels the run. */
  async run(shot: OneShot): Promise<void> {
    const stop = new RunStop();
    const cancel = () => stop.stop('left');
    if (shot.signal.aborted) cancel();
    shot.signal.addEventListener('abort', cancel, { once: true });
    const ended = this.#execute(shot, stop);
    this.#running.set(stop, { key: shot.key, postgres: shot.request.postgres, ended });
    try {
      await ended;
    } finally {
      this.#running.delete(stop);
      shot.signal.removeEventListener('abort', cancel);
    }
  }

  async #execute({ key, request, onEvent }: OneShot, stop: RunStop): Promise<void> {
    const { run, port, supply } = this.#parts;
    const ignore = () => {};
    const lease = new Lease({ supply, port, now: run.clock.now, key, onChange: ignore, onFailed: ignore });
    const stream = new RunStream({
      clock: run.clock,
      bytes: limits.runBytes,
      sink: onEvent,
      onFull: () => stop.stop('output'),
    });
    await executeRun(run, { key, request, stream, stop, lease });
    await lease.drop();
  }
}
