import type { RunEvent } from '../../protocol/events/events.ts';
import { limits } from '../../protocol/limits.ts';
import type { ClientMessageOf } from '../../protocol/messages/clientMessage.ts';
import type { Versions } from '../../protocol/versions.ts';
import { contain } from '../base/contain.ts';
import type { Lease } from '../containers/Lease.ts';
import type { Emit } from '../ports/runPorts.ts';
import type { Turn } from '../queues/AddressQueue.ts';
import { endRun } from './endRun.ts';
import { executeRun, type Job, type RunDeps } from './executeRun.ts';
import { RunStop, type StopReason } from './RunStop.ts';
import { RunStream } from './RunStream.ts';
import { contentHash, type RunContent } from './recordedRun.ts';
import {
  busy,
  goingAway,
  notInSession,
  notTaken,
  overRate,
  type Refusal,
  unknownMode,
  unknownToolchain,
} from './refusal.ts';
import { toolchainFor } from './toolchainFor.ts';

/** What a run is asked about before it is taken. */
export interface RunAdmission {
  versions: () => Versions;
  isDraining: () => boolean;
}

export interface SessionRunsDeps {
  turn: () => Turn;
  run: RunDeps;
  lease: Lease;
  /** Nobody waits for these runs. */
  spare?: boolean;
  ask: RunAdmission;
  /** Counts a run; the milliseconds to wait where there were too many. */
  rate: (address: string) => Promise<number | null>;
  onEvent: (run: string, at: number, event: RunEvent, bytes: number) => void;
  onRefused: (run: string, refusal: Refusal) => void;
  /** A run has begun or ended. */
  onActive: () => void;
}

type Request = Job['request'];
/** What a run waits for before it begins; it tells how that goes, and is over soon after the signal. */
export type Before = (stop: AbortSignal, emit: Emit) => Promise<void>;
export type RunMessage = ClientMessageOf<'run' | 'background'>;

/**
 * Runs whose ids are remembered, so that none is done twice. A page asks again only for its last one, after a reconnect;
 * every session keeps so many in each lane, at 80 bytes or so.
 */
const rememberedRuns = 64;

/** What is compiled, whatever SQL follows. */
const buildHash = (request: Request) => contentHash({ ...request, sql: '' });

/** A session's runs in one lane: one at a time, and none twice. */
export class SessionRuns {
  readonly #deps: SessionRunsDeps;
  readonly #seen = new Set<string>();
  #last: { run: string; content: string } | null = null;
  #current: { id: string; request: Request; stop: RunStop; ended: Promise<void> } | null = null;
  #stream: RunStream | null = null;

  constructor(deps: SessionRunsDeps) {
    this.#deps = deps;
  }

  /** The id of the run under way. */
  get current(): string | null {
    return this.#current?.id ?? null;
  }

  /** Whether the last run was this one, ran this very content (it was no test or reset), and has ended. */
  hasRun(run: string, content: RunContent): boolean {
    return !this.#current && this.#last?.run === run && this.#last.content === contentHash(content);
  }

  /** Whether the run under way builds ahead what a run of this request would build. */
  buildsAhead({ request }: RunMessage): boolean {
    const ahead = this.#current?.request;
    if (ahead?.mode !== 'prepare' || request.mode !== 'run') return false;
    return (
      buildHash(ahead) === buildHash({ ...request, ...toolchainFor(request, this.#deps.ask.versions()) })
    );
  }

  /** Resolves when no run is under way. */
  get idle(): Promise<void> {
    return this.#current?.ended ?? Promise.resolve();
  }

  /** Takes a run, or says why not. It begins when `before` has resolved. */
  async start({ run, request: given }: RunMessage, address: string, before?: Before): Promise<void> {
    if (this.#seen.has(run) || this.#current?.id === run) return;
    const { ask, onRefused } = this.#deps;
    const request = { ...given, ...toolchainFor(given, ask.versions()) };
    if (this.#current) {
      onRefused(run, ask.isDraining() ? goingAway : busy);
      return;
    }
    const stop = new RunStop();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    this.#current = { id: run, request, stop, ended };
    try {
      const refusal = await this.#refusal(given, request, address);
      if (refusal) onRefused(run, refusal);
      else await this.#execute(run, stop, request, before);
    } catch (error) {
      contain('run', error);
      onRefused(run, notTaken);
    } finally {
      this.#current = null;
      this.#stream = null;
      end();
      this.#deps.onActive();
    }
  }

  cancel(run: string): void {
    if (this.#current?.id === run) this.#current.stop.stop('cancel');
  }

  stop(reason: StopReason): void {
    this.#current?.stop.stop(reason);
  }

  /** Stops the run under way if it still waits for its turn. */
  stopWaiting(reason: StopReason): void {
    if (!this.#stream || this.#stream.waits) this.stop(reason);
  }

  async #refusal(given: RunMessage['request'], request: Request, address: string): Promise<Refusal | null> {
    const { ask, run, rate } = this.#deps;
    if (ask.isDraining()) return goingAway;
    const unknown =
      unknownToolchain(given, request, ask.versions()) ??
      unknownMode(given.mode, run.modes) ??
      notInSession(given.mode);
    if (unknown) return unknown;
    const retryAfterMs = await rate(address);
    return retryAfterMs === null ? null : overRate(retryAfterMs);
  }

  async #execute(run: string, stop: RunStop, request: Request, before?: Before): Promise<void> {
    const { turn, lease, spare, onEvent, onActive } = this.#deps;
    this.#remember(run);
    // What an update gives depends on what was there before, so it is none to keep with a link.
    this.#last = request.mode === 'run' && !request.update ? { run, content: contentHash(request) } : null;
    onActive();
    const stream = new RunStream({
      clock: this.#deps.run.clock,
      bytes: limits.runBytes,
      sink: (event, at, bytes) => onEvent(run, at, event, bytes),
      onFull: () => stop.stop('output'),
    });
    this.#stream = stream;
    const named = { run, session: turn().key, request, stream, stop, spare };
    try {
      await before?.(stop.signal, (event) => stream.emit(event));
    } catch (error) {
      contain('run', error);
      const outcome = { outcome: 'unavailable', message: 'Internal server error. Run again.' } as const;
      endRun(this.#deps.run, named, outcome, 'bug');
      return;
    }
    await executeRun(this.#deps.run, { ...turn(), ...named, lease });
  }

  #remember(run: string): void {
    this.#seen.add(run);
    for (const oldest of this.#seen) {
      if (this.#seen.size <= rememberedRuns) break;
      this.#seen.delete(oldest);
    }
  }
}
