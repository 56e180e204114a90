import type { Readable } from 'node:stream';
import { guard, letRun } from '../../base/contain.ts';
import { parseJson } from '../../base/parseJson.ts';
import { toolchainLabel } from '../container/sandboxLabels.ts';
import type { DockerEngine } from './dockerEngine.ts';
import { eachLine } from './eachLine.ts';
import { engineStatus } from './engineError.ts';
import { untypedDocker } from './untypedCalls.ts';

/** After the Engine's event stream has broken: how long until it is asked for again. */
const reopenMs = 1_000;

/** An event is 3 levels deep and has a value for each label of the container. */
const eventBounds = { depth: 8, values: 2_000 };

/**
 * Tells when containers end, from one stream of the Engine's events for all of them. The stream is there while
 * somebody watches; whenever it is (re)opened, the watched containers are looked at one by one, so that what happened
 * meanwhile is not missed.
 */
export class GoneWatch {
  readonly #engine: DockerEngine;
  readonly #watchers = new Map<string, Set<() => void>>();
  #events: Promise<Readable | null> | null = null;
  #retry: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(engine: DockerEngine) {
    this.#engine = engine;
  }

  /** Calls back once when the container ends; returns how to stop watching. */
  watch(id: string, gone: () => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set();
    // A callback of its own for each watch, so that the same function may watch twice.
    const watcher = () => gone();
    this.#watchers.set(id, watchers.add(watcher));
    letRun(
      'container',
      this.#open().then((events) => events && this.#look(id)),
    );
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.#watchers.get(id) === watchers) this.#watchers.delete(id);
    };
  }

  /** What ends from now on by our own doing is no news. */
  forget(id: string): void {
    this.#watchers.delete(id);
  }

  close(): void {
    this.#closed = true;
    this.#watchers.clear();
    if (this.#retry) clearTimeout(this.#retry);
    if (this.#events)
      letRun(
        'container',
        this.#events.then((events) => events?.destroy()),
      );
  }

  #open(): Promise<Readable | null> {
    if (this.#closed) return Promise.resolve(null);
    this.#events ??= this.#connect();
    return this.#events;
  }

  async #connect(): Promise<Readable | null> {
    try {
      const filters = { type: ['container'], event: ['die'], label: [toolchainLabel] };
      const events = await this.#engine.call((abortSignal) =>
        untypedDocker(this.#engine.docker).getEvents({ filters, abortSignal }),
      );
      eachLine(events, (line) => this.#ended(containerOf(line)));
      events.on('error', () => {});
      events.once('close', () => this.#broke());
      return events;
    } catch {
      // Why the Engine does not answer is told to whoever creates or executes; here it is only waited for.
      this.#broke();
      return null;
    }
  }

  #broke(): void {
    this.#events = null;
    if (this.#closed || this.#watchers.size === 0) return;
    if (this.#retry) clearTimeout(this.#retry);
    const reopen = async () => {
      if (await this.#open()) for (const id of this.#watchers.keys()) letRun('container', this.#look(id));
    };
    this.#retry = setTimeout(() => letRun('timer', reopen()), reopenMs);
  }

  async #look(id: string): Promise<void> {
    try {
      const container = this.#engine.docker.getContainer(id);
      const { State } = await this.#engine.call((abortSignal) => container.inspect({ abortSignal }));
      if (!State.Running) this.#ended(id);
    } catch (error) {
      if (engineStatus(error) === 404) this.#ended(id);
    }
  }

  #ended(id: string | null): void {
    if (id === null) return;
    const watchers = this.#watchers.get(id) ?? [];
    this.#watchers.delete(id);
    for (const gone of watchers) guard('container', gone);
  }
}

function containerOf(line: string): string | null {
  const event = parseJson(line, eventBounds);
  return (event.ok && (event.value as { Actor?: { ID?: string } } | null)?.Actor?.ID) || null;
}
