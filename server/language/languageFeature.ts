import { languageRoot } from '../../protocol/messages/languageMessages.ts';
import type { ServerMessageOf } from '../../protocol/messages/serverMessage.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { Versions } from '../../protocol/versions.ts';
import { letRun } from '../base/contain.ts';
import type { Starter } from '../build/project/completeProject.ts';
import { buildFeatures } from '../build/scripts/buildScript.ts';
import type { LeasedContainer } from '../containers/Lease.ts';
import type { FeatureHost, OpenFeature, SessionFeature } from '../features/feature.ts';
import type { MessageHandlers } from '../features/MessageMap.ts';
import { type LanguageEnd, LanguageServer } from './LanguageServer.ts';
import { projectAsBuilt } from './projectAsBuilt.ts';
import { readRustSource } from './readRustSource.ts';
import type { Seats } from './Seats.ts';
import { writeFiles } from './writeFiles.ts';

export interface LanguageOptions {
  seats: Seats;
  /** What a container may use beyond its own limit while a language server runs in it. */
  memoryBytes: number;
  starter: Starter;
  /** The crates that the images with a pgrx hold, the default without one, once they are known. */
  crates: (pgrx?: string) => Versions['crates'];
}

/** rust-analyzer, for the session whose page asks for it. */
export function languageFeature(options: LanguageOptions): OpenFeature {
  return (host) => new Language(host, options);
}

type State = Omit<ServerMessageOf<'language.state'>, 'type'>;

interface Running {
  ending: AbortController;
  server: LanguageServer | null;
}

/** Sources asked for at the same time: each is an exec. */
const mostSources = 8;

class Language implements SessionFeature {
  readonly #host: FeatureHost;
  readonly #options: LanguageOptions;
  #running: Running | null = null;
  #sources = 0;
  /** Resolves when the one that was started last has ended. */
  #finished: Promise<void> = Promise.resolve();
  /** The project that is to be copied when the copy before is made. */
  #changed: ProjectFiles | null = null;
  /** Copies of the project are made one after the other. */
  #written: Promise<unknown> = Promise.resolve();

  constructor(host: FeatureHost, options: LanguageOptions) {
    this.#host = host;
    this.#options = options;
  }

  readonly handles: MessageHandlers = {
    'language.start': ({ files }) => {
      this.#host.touch();
      this.#end();
      this.#start(files);
    },
    'language.stop': () => {
      if (this.#end()) this.#tell({ state: 'off', reason: 'stopped' });
    },
    'language.files': ({ files }) => letRun('language', this.#filesChanged(files)),
    'language.message': ({ message }) => {
      this.#host.touch();
      this.#running?.server?.tell(message);
    },
    'language.source': ({ request, path }) => this.#source(request, path),
  };

  attached(): void {
    this.#end();
  }

  /** Others wait for its seat, and a page that comes back begins with it anew. */
  detached(): void {
    this.#end();
  }

  containerGone(): void {
    if (this.#end())
      this.#tell({ state: 'off', reason: 'stopped', message: 'The container no longer exists.' });
  }

  close(): void {
    this.#end();
  }

  #end(): boolean {
    const running = this.#running;
    this.#running = null;
    running?.ending.abort();
    return running !== null;
  }

  #tell(state: State): void {
    this.#host.send({ type: 'language.state', ...state });
  }

  #start(given: ProjectFiles): void {
    const running: Running = { ending: new AbortController(), server: null };
    this.#running = running;
    // Its seat is free when the one before has ended.
    const finished = this.#finished.then(() => this.#occupy(running, given));
    const failed = () => this.#ended(running, { kind: 'failed', message: 'Internal server error.' });
    letRun('language', finished, failed);
    this.#finished = finished.catch(() => {});
  }

  async #occupy(running: Running, given: ProjectFiles): Promise<void> {
    if (this.#running !== running) return;
    const { seats } = this.#options;
    const leave = seats.take();
    if (!leave) {
      this.#running = null;
      return this.#tell({ state: 'off', reason: 'noneFree', message: noneFree(seats.count) });
    }
    try {
      this.#tell({ state: 'starting', message: 'Starting' });
      const held = await this.#host.acquire(running.ending.signal);
      if (typeof held === 'string') this.#ended(running, { kind: 'failed', message: held });
      else await this.#run(running, held, given);
    } finally {
      // Whatever happened: a seat that is not left is nobody's until the server starts anew.
      leave();
    }
  }

  async #run(running: Running, held: LeasedContainer, given: ProjectFiles): Promise<void> {
    const { port } = this.#host;
    await port.addMemory(held.sandbox, this.#options.memoryBytes);
    const before = await this.#killsIn(held);
    const end = await this.#serve(running, held, given);
    const forMemory = end.kind === 'died' && (await this.#killsIn(held)) > before;
    // Another one may have been started in its place.
    if (this.#running === null || this.#running === running) await port.addMemory(held.sandbox, 0);
    this.#ended(running, end, forMemory);
  }

  async #serve(running: Running, held: LeasedContainer, given: ProjectFiles): Promise<LanguageEnd> {
    const began = performance.now();
    const { signal } = running.ending;
    const { port } = this.#host;
    const { files, manifest } = this.#whole(given, held);
    const problem = await this.#write(held, files, signal);
    if (problem !== null) return { kind: 'failed', message: problem };
    const { postgres } = held.sandbox;
    const features = manifest ? buildFeatures(manifest, postgres, []).split(' ') : [`pg${postgres}`];
    const isCurrent = () => this.#running === running;
    running.server = new LanguageServer({
      port,
      sandbox: held.sandbox,
      features,
      library: files['src/lib.rs'] ?? null,
      signal,
      onReady: () => {
        if (isCurrent()) this.#tell({ state: 'ready', ms: Math.round(performance.now() - began) });
      },
      onProgress: (message) => {
        if (isCurrent()) this.#tell({ state: 'starting', message });
      },
      onAnswer: async (message) => {
        if (!isCurrent()) return;
        this.#host.send({ type: 'language.message', message });
        await this.#host.drained();
      },
    });
    return running.server.run();
  }

  #ended(running: Running, { kind, message }: LanguageEnd, forMemory = false): void {
    if (this.#running !== running) return;
    this.#running = null;
    if (forMemory) this.#tell({ state: 'off', reason: 'memory', message: noMemory });
    else this.#tell({ state: 'off', reason: kind, message });
  }

  /** How often the container was out of memory. */
  async #killsIn({ sandbox }: LeasedContainer): Promise<number> {
    const usage = await this.#host.port.usage(sandbox);
    return (usage.ok && usage.value.memoryLimitHits) || 0;
  }

  #write(held: LeasedContainer, files: ProjectFiles, signal: AbortSignal): Promise<string | null> {
    const write = () => writeFiles(this.#host.port, held.sandbox, files, signal);
    const written = this.#written.then(write);
    this.#written = written.catch(() => {});
    return written;
  }

  async #filesChanged(given: ProjectFiles): Promise<void> {
    const isWaiting = this.#changed !== null;
    this.#changed = given;
    // Of those that come while a copy is being made, the last is copied.
    if (isWaiting) return;
    await this.#written;
    const changed = this.#changed;
    this.#changed = null;
    const running = this.#running;
    const { held } = this.#host;
    if (!running?.server || !held) return;
    const { files } = this.#whole(changed, held);
    await this.#write(held, files, running.ending.signal);
    if (this.#running === running)
      running.server.filesChanged(Object.keys(files).map((path) => `file://${languageRoot}/${path}`));
  }

  /** The project as a run would build it. */
  #whole(given: ProjectFiles, { sandbox }: LeasedContainer): ReturnType<typeof projectAsBuilt> {
    const { starter, crates } = this.#options;
    return projectAsBuilt(given, starter, crates(sandbox.pgrx));
  }

  #source(request: number, path: string): void {
    const { held, port } = this.#host;
    const running = this.#running;
    const tell = (text: string | null) => this.#host.send({ type: 'language.source', request, text });
    if (!held || !running || this.#sources >= mostSources) {
      tell(null);
      return;
    }
    this.#sources += 1;
    const found = readRustSource(port, held.sandbox, path, running.ending.signal).finally(() => {
      this.#sources -= 1;
    });
    letRun('language', found.then(tell), () => tell(null));
  }
}

function noneFree(count: number): string {
  if (count === 0) return 'Completion isn’t available on this server.';
  return count === 1
    ? 'The only language server is in use. Try again later.'
    : `All ${count} language servers are in use. Try again later.`;
}

const noMemory = 'rust-analyzer exceeded the container’s memory limit and was stopped.';
