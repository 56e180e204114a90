import { letRun } from '../../base/contain.ts';
import type { DockerEngine } from '../engine/dockerEngine.ts';
import { openExec } from '../exec/openExec.ts';
import { whenStarted } from '../exec/whenStarted.ts';
import type { JobNames } from './JobNames.ts';
import { type JobOrder, jobOrder } from './jobOrder.ts';
import { type RunningJob, runningJob } from './runningJob.ts';

/** Where nothing was started for so long in any container, nobody waits for the processor. */
const quietMs = 1_000;

/**
 * Jobs that wait in their containers to be told what to become. The container runtime takes 50 ms of the processor for
 * each exec, a fifth of what compiling takes; one that was made while nobody waited costs nothing when it is wanted.
 */
export class SpareJobs {
  readonly #engine: DockerEngine;
  readonly #names: JobNames;
  readonly #perContainer: number;
  readonly #ready = new Map<string, Set<RunningJob>>();
  /** Containers that have fewer than they may have, those that were used longest ago first. */
  readonly #short = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #filling = false;
  #starts = 0;
  #closed = false;

  constructor(engine: DockerEngine, names: JobNames, perContainer: number) {
    this.#engine = engine;
    this.#names = names;
    this.#perContainer = perContainer;
  }

  /** Says that something is started in this container, or soon will be: it gets its spare jobs when all is quiet. */
  noteStart(containerId: string): void {
    this.#starts++;
    if (this.#perContainer === 0) return;
    this.#short.delete(containerId);
    this.#short.add(containerId);
    this.#wait();
  }

  /** A job of this container that has become what the order says; null where there is none to be had. */
  take(containerId: string, order: JobOrder): RunningJob | null {
    const ready = this.#ready.get(containerId);
    const [job] = ready ?? [];
    const told = job && jobOrder(order);
    if (!told) return null;
    ready?.delete(job);
    job.exec.stdin.write(told);
    return job;
  }

  /** The container is being removed. */
  forget(containerId: string): void {
    this.#short.delete(containerId);
    this.#ready.delete(containerId);
  }

  /** Makes no more; those that wait end with the connection to the Engine. */
  close(): void {
    this.#closed = true;
    this.#short.clear();
    this.#ready.clear();
    if (this.#timer) clearTimeout(this.#timer);
  }

  #wait(): void {
    if (this.#closed) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => letRun('timer', this.#fillWhenQuiet()), quietMs);
  }

  async #fillWhenQuiet(): Promise<void> {
    if (this.#filling) return this.#wait();
    this.#filling = true;
    try {
      await this.#fill();
    } finally {
      this.#filling = false;
    }
  }

  /** One by one, until something else is started. */
  async #fill(): Promise<void> {
    const starts = this.#starts;
    for (const containerId of this.#short) {
      while ((this.#ready.get(containerId)?.size ?? 0) < this.#perContainer) {
        const added = await this.#add(containerId);
        if (this.#closed || this.#starts !== starts) return;
        if (!added) break;
      }
      this.#short.delete(containerId);
    }
  }

  /** False where the container takes none: then it is not tried again before it is used again. */
  async #add(containerId: string): Promise<boolean> {
    const name = this.#names.take(containerId);
    const opened = await openExec(this.#engine, containerId, { argv: ['/opt/pgrx/bin/job', name], cwd: '/' });
    if (!opened.ok) {
      this.#names.giveBack(containerId, name);
      return false;
    }
    const job = runningJob(this.#engine, containerId, name, opened.value);
    letRun(
      'container',
      job.over.then(() => this.#names.giveBack(containerId, name)),
    );
    const started = await whenStarted(this.#engine, containerId, opened.value);
    if (!started.ok || this.#closed) {
      opened.value.drop();
      return false;
    }
    const ready = this.#ready.get(containerId) ?? new Set();
    this.#ready.set(containerId, ready.add(job));
    const ended = opened.value.output.ended.then(() => {
      ready.delete(job);
      if (ready.size === 0 && this.#ready.get(containerId) === ready) this.#ready.delete(containerId);
    });
    letRun('container', ended);
    return true;
  }
}
