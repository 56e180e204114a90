import type { RunEvent } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import type { RunRequest } from '../../protocol/project.ts';
import type { ContainerSupply } from '../containers/ContainerSupply.ts';
import { Lease } from '../containers/Lease.ts';
import type { TransferredLibrary } from '../ports/runPorts.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { Turn } from '../queues/AddressQueue.ts';
import { SlotQueue } from '../queues/SlotQueue.ts';
import { executeRun, type Job, type RunDeps } from './executeRun.ts';
import { RunStop } from './RunStop.ts';
import { RunStream } from './RunStream.ts';
import { manyAtOnce, manyWaiting, type Refusal } from './refusal.ts';

export interface OneShotsDeps {
  run: RunDeps;
  port: SandboxPort;
  supply: ContainerSupply;
}

/** Whose turn it counts as, and whose bound, and what is to be done. */
export interface OneShot extends Turn {
  /** The run's own id. */
  run: string;
  /** The session that asks for it, if any. */
  session: string | null;
  request: RunRequest & { postgres: number };
  signal: AbortSignal;
  onEvent: (event: RunEvent) => void;
}

/** What is asked of the server: it finds out the rest. */
export type AskedShot = Pick<OneShot, 'signal' | 'onEvent'> & { request: RunRequest; run?: string };

/** Libraries on their way between two containers at once: each is held in this process's memory meanwhile. */
const carriersAtOnce = 2;
/** Runs that may wait for that: each has its whole request in memory, and takes seconds when its turn comes. */
const mostWaiting = 50;

/** Runs without a session: each takes a container of its own, which is removed after it. */
export class OneShots {
  readonly #deps: OneShotsDeps;
  readonly #running = new Map<RunStop, { key: string; majors: number[]; ended: Promise<void> }>();
  readonly #carriers = new SlotQueue(carriersAtOnce);

  constructor(deps: OneShotsDeps) {
    this.#deps = deps;
  }

  get count(): number {
    return this.#running.size;
  }

  /** Why a further one of this key is not taken, or null. One whose container is being removed counts. */
  refusal(key: string, request: OneShot['request']): Refusal | null {
    const same = [...this.#running.values()].filter((run) => run.key === key);
    const full = majorsOf(request).find(
      (major) => same.filter(({ majors }) => majors.includes(major)).length >= limits.ownContainerRuns,
    );
    return full === undefined ? null : manyAtOnce(full);
  }

  /** Why nobody's run of this kind is taken now, or null. */
  get fullRefusal(): Refusal | null {
    return this.#carriers.waiting >= mostWaiting ? manyWaiting : null;
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
    this.#running.set(stop, { key: shot.key, majors: majorsOf(shot.request), ended });
    try {
      await ended;
    } finally {
      this.#running.delete(stop);
      shot.signal.removeEventListener('abort', cancel);
    }
  }

  /** In one container, or in the two that `loadElsewhere` uses: one after the other, so that none waits for another. */
  async #execute(shot: OneShot, stop: RunStop): Promise<void> {
    const { address, key, run, session, request, onEvent } = shot;
    const turn = { address, key };
    const named = { ...turn, run, session };
    const stream = this.#stream(onEvent, stop);
    const [first, second] = majorsOf(request);
    if (second === undefined) return void (await this.#inContainer({ ...named, request, stream, stop }));
    // While it waits for its turn, it holds nothing.
    const onPosition = (position: number) => stream.emit({ type: 'phase', phase: 'queued', position });
    const leave = await this.#carriers.enter(key, stop.signal, onPosition, address);
    const untilBuilt = this.#stream((event) => {
      if (event.type !== 'done' || event.outcome !== 'ok') onEvent(event);
    }, stop);
    const building = { ...request, postgres: first };
    const job = { ...named, request: building, stream: untilBuilt, stop, goesOn: true };
    try {
      const transferred = await this.#inContainer(job);
      if (transferred)
        await this.#inContainer({
          ...named,
          request: { ...request, postgres: second },
          stream,
          stop,
          transferred,
        });
    } finally {
      leave?.();
    }
  }

  async #inContainer(job: Omit<Job, 'lease'>): Promise<TransferredLibrary | null> {
    const { run, port, supply } = this.#deps;
    const ignore = () => {};
    const { now } = run.clock;
    const { address, key } = job;
    const turn = () => ({ address, key });
    const lease = new Lease({ supply, port, now, turn, onChange: ignore, onFailed: ignore });
    const transferred = await executeRun(run, { ...job, lease });
    await lease.drop();
    return transferred;
  }

  #stream(sink: (event: RunEvent) => void, stop: RunStop): RunStream {
    const { clock } = this.#deps.run;
    return new RunStream({ clock, bytes: limits.runBytes, sink, onFull: () => stop.stop('output') });
  }
}

/** The majors whose containers it uses, in this order. */
function majorsOf({ mode, postgres, libraryOf = postgres }: OneShot['request']): [number] | [number, number] {
  return mode === 'loadElsewhere' ? [libraryOf, postgres] : [postgres];
}
