import type { ClientMessageOf } from '../../protocol/clientMessage.ts';
import type { RunEvent } from '../../protocol/events.ts';
import { limits } from '../../protocol/limits.ts';
import type { Versions } from '../../protocol/versions.ts';
import { executeRun, type RunParts } from './executeRun.ts';
import type { Lease } from './Lease.ts';
import { RunStop, type StopReason } from './RunStop.ts';
import { RunStream } from './RunStream.ts';
import type { RateLimits } from './rateLimits.ts';
import { busy, goingAway, overRate, type Refusal, unknownPostgres } from './refusal.ts';

/** What a run is asked about before it is taken. */
export interface RunAsk {
  rates: RateLimits;
  versions: Versions;
  isDraining: () => boolean;
}

export interface SessionRunsParts {
  session: string;
  run: RunParts;
  lease: Lease;
  ask: RunAsk;
  onEvent: (run: string, at: number, event: RunEvent, bytes: number) => void;
  onRefused: (run: string, refusal: Refusal) => void;
  /** A run has begun or ended. */
  onActive: () => void;
}

/** Runs whose ids are remembered, so that none is done twice: far more than the rate allows within a reconnect. */
const rememberedRuns = 1_000;

/** A session's runs: one at a time, and none twice. */
export class SessionRuns {
  readonly #parts: SessionRunsParts;
  readonly #seen = new Set<string>();
  #current: { id: string; stop: RunStop; ended: Promise<void> } | null = null;

  constructor(parts: SessionRunsParts) {
    this.#parts = parts;
  }

  /** The id of the run under way. */
  get current(): string | null {
    return this.#current?.id ?? null;
  }

  /** Resolves when no run is under way. */
  get idle(): Promise<void> {
    return this.#current?.ended ?? Promise.resolve();
  }

  async start({ run, request }: ClientMessageOf<'run'>, address: string): Promise<void> {
    if (this.#seen.has(run) || this.#current?.id === run) return;
    const { ask, onRefused } = this.#parts;
    const { postgres = ask.versions.postgres[0]?.major ?? 0 } = request;
    if (this.#current) {
      onRefused(run, ask.isDraining() ? goingAway : busy);
      return;
    }
    const stop = new RunStop();
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    this.#current = { id: run, stop, ended };
    try {
      const refusal = await this.#refusal(postgres, address);
      if (refusal) onRefused(run, refusal);
      else await this.#execute(run, stop, { ...request, postgres });
    } finally {
      this.#current = null;
      end();
      this.#parts.onActive();
    }
  }

  cancel(run: string): void {
    if (this.#current?.id === run) this.#current.stop.stop('cancel');
  }

  stop(reason: StopReason): void {
    this.#current?.stop.stop(reason);
  }

  async #refusal(postgres: number, address: string): Promise<Refusal | null> {
    const { session, ask } = this.#parts;
    if (ask.isDraining()) return goingAway;
    const unknown = unknownPostgres(postgres, ask.versions);
    if (unknown) return unknown;
    const retryAfterMs = await ask.rates.run(session, address);
    return retryAfterMs === null ? null : overRate(retryAfterMs);
  }

  async #execute(
    run: string,
    stop: RunStop,
    request: ClientMessageOf<'run'>['request'] & { postgres: number },
  ): Promise<void> {
    const { session, lease, onEvent, onActive } = this.#parts;
    this.#remember(run);
    onActive();
    const stream = new RunStream({
      clock: this.#parts.run.clock,
      bytes: limits.runBytes,
      sink: (event, at, bytes) => onEvent(run, at, event, bytes),
      onFull: () => stop.stop('output'),
    });
    const { postgres } = request;
    await executeRun(this.#parts.run, { key: session, postgres, request, stream, stop, lease });
  }

  #remember(run: string): void {
    this.#seen.add(run);
    for (const oldest of this.#seen) {
      if (this.#seen.size <= rememberedRuns) break;
      this.#seen.delete(oldest);
    }
  }
}
