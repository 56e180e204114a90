import type { ClientMessageOf } from '../../protocol/clientMessage.ts';
import type { Health } from '../../protocol/health.ts';
import type { RecordedEvent } from '../../protocol/snippet.ts';
import { closeCodes } from '../../protocol/version.ts';
import type { Versions } from '../../protocol/versions.ts';
import { newId } from '../base/newId.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { ContainerSupply, type SupplySettings } from './ContainerSupply.ts';
import type { Connection } from './connection.ts';
import { EngineHealth } from './EngineHealth.ts';
import type { RunParts } from './executeRun.ts';
import type { ExpirySettings } from './expiry.ts';
import type { OpenFeature } from './feature.ts';
import { Gate } from './Gate.ts';
import { KnownVersions } from './KnownVersions.ts';
import { type OneShot, OneShots } from './OneShots.ts';
import type { RateLimits } from './rateLimits.ts';
import type { RunContent } from './recordedRun.ts';
import { goingAway, overRate, type Refusal, unknownMode, unknownPostgres } from './refusal.ts';
import { Session } from './Session.ts';
import type { SandboxPort } from './sandboxPort.ts';
import type { SessionCounts } from './sessionCounts.ts';
import { sweepOrphans } from './sweepOrphans.ts';

export interface SessionsSettings {
  supply: SupplySettings;
  expiry: ExpirySettings;
  /** Builds at the same time. */
  builds: number;
  /** What a run may take from the beginning of its build, over all its own time limits. */
  runMs: number;
  /** How long a step that was told to stop may take for it. */
  graceMs: number;
  /** How long a drain lets runs go on. */
  drainMs: number;
  /** How often containers that nobody owns are looked for. */
  sweepMs: number;
}

export interface SessionsParts extends Pick<RunParts, 'modes' | 'clock' | 'log' | 'observer'> {
  port: SandboxPort;
  rates: RateLimits;
  /** What a session has open in its container beside runs. */
  features: readonly OpenFeature[];
}

/** A run that was given up still takes a moment to say so, in milliseconds. */
const settleMs = 500;

/** All sessions of this server. */
export class Sessions {
  readonly #parts: SessionsParts;
  readonly #settings: SessionsSettings;
  readonly #run: RunParts;
  readonly #supply: ContainerSupply;
  readonly #builds: Gate;
  readonly #oneShots: OneShots;
  readonly #engine: EngineHealth;
  readonly #versions: KnownVersions;
  readonly #sessions = new Map<string, Session>();
  #draining: Promise<void> | null = null;
  #callOffSweep = () => {};

  constructor(parts: SessionsParts, settings: SessionsSettings) {
    const onChange = () => this.#queueChanged();
    this.#parts = parts;
    this.#settings = settings;
    this.#supply = new ContainerSupply({ ...parts, onChange }, settings.supply);
    this.#builds = new Gate(settings.builds, onChange);
    this.#run = { ...parts, builds: this.#builds, runMs: settings.runMs, graceMs: settings.graceMs };
    this.#versions = new KnownVersions({
      ...parts,
      supply: this.#supply,
      onChange: (versions) => {
        for (const session of this.#sessions.values()) session.versionsChanged(versions);
      },
    });
    this.#engine = new EngineHealth(parts.port, parts.clock, settings.supply.postgres);
    this.#oneShots = new OneShots({ run: this.#run, port: parts.port, supply: this.#supply });
  }

  /** What a run here is made with; null before `open` has found it out. */
  get versions(): Versions | null {
    return this.#versions.now;
  }

  get isDraining(): boolean {
    return this.#draining !== null;
  }

  get counts(): SessionCounts {
    const { waiting, ...supply } = this.#supply.counts;
    return {
      sessions: this.#sessions.size,
      connected: [...this.#sessions.values()].filter((session) => session.isConnected).length,
      oneShots: this.#oneShots.count,
      ...supply,
      waitingForContainer: waiting,
      waitingForBuild: this.#builds.waiting,
      building: this.#builds.taken,
    };
  }

  /** Whether a run would be served now, with a text for the operator where not. */
  async health(): Promise<Pick<Health, 'status' | 'message'>> {
    if (this.#draining) return { status: 'draining' };
    if (!this.versions) return { status: 'starting' };
    const message = await this.#engine.problem();
    return message === null ? { status: 'ok' } : { status: 'unavailable', message };
  }

  /**
   * Clears up after a predecessor, asks the session image for its versions, and fills the pool. Nothing can be run
   * before. Fails with a text for the operator.
   */
  async open(): Promise<Result<Versions, string>> {
    await this.#sweep();
    return await this.#versions.open(this.#settings.supply.postgres);
  }

  /** Takes up the session that a page asks for, or begins a new one; null where the server takes nobody now. */
  connect(connection: Connection, hello: ClientMessageOf<'hello'>): Session | null {
    const { versions } = this;
    if (!versions || this.#draining) {
      connection.close(
        closeCodes.draining,
        'The server is starting or shutting down. Try again in a moment.',
      );
      return null;
    }
    const known = hello.session === undefined ? undefined : this.#sessions.get(hello.session);
    const session = known ?? this.#begin(versions);
    session.attach(connection, hello, known !== undefined);
    return session;
  }

  /** The recorded events of a session's last run, if it was this one, and of this content. */
  recorded(session: string, run: string, content: RunContent): RecordedEvent[] | null {
    return this.#sessions.get(session)?.recorded(run, content) ?? null;
  }

  /**
   * Why a run in a container of its own is not even to be looked at now, or null, in which case it has been counted: for the
   * session that asks for it, where there is one, since a whole room sits behind one address.
   */
  async refuseOneShot(address: string, session: string | null = null): Promise<Refusal | null> {
    if (!this.versions || this.#draining) return goingAway;
    const { rates } = this.#parts;
    const known = this.#known(session);
    const retryAfterMs = await (known ? rates.run(known, address) : rates.apiRun(address));
    return retryAfterMs === null ? null : overRate(retryAfterMs);
  }

  /**
   * Runs once, in a container of its own, in the turn of the session that asks for it or else of the address. The result
   * says whether it was taken; `shot.onEvent` hears the rest.
   */
  runOnce(
    shot: Omit<OneShot, 'key'>,
    address: string,
    session: string | null = null,
  ): Result<{ ended: Promise<void> }, Refusal> {
    const { versions } = this;
    if (!versions || this.#draining) return fail(goingAway);
    const { postgres, mode, libraryOf = postgres } = shot.request;
    const known = this.#known(session);
    const key = known ?? `api ${address}`;
    const refusal =
      unknownPostgres(postgres, versions) ??
      unknownPostgres(libraryOf, versions) ??
      unknownMode(mode, this.#parts.modes) ??
      (known && this.#oneShots.refusal(known, shot.request));
    return refusal ? fail(refusal) : ok({ ended: this.#oneShots.run({ ...shot, key }) });
  }

  /** Takes nothing new, lets runs end for a while, stops the others, and removes every container. */
  drain(): Promise<void> {
    this.#draining ??= this.#drain();
    return this.#draining;
  }

  async #drain(): Promise<void> {
    this.#callOffSweep();
    this.#versions.close();
    const idle = () =>
      Promise.all([this.#oneShots.idle(), ...[...this.#sessions.values()].map((session) => session.idle)]);
    await this.#within(idle(), this.#settings.drainMs);
    this.#oneShots.stop();
    for (const session of this.#sessions.values()) session.stopRun();
    await this.#within(idle(), this.#settings.graceMs + settleMs);
    const closed = this.#supply.close();
    await Promise.all([...this.#sessions.values()].map((session) => session.end('draining')));
    await closed;
    await sweepOrphans(this.#parts.port, this.#supply, this.#settings.supply.instance, this.#parts.log);
  }

  async #within(promise: Promise<unknown>, ms: number): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const callOff = this.#parts.clock.after(ms, resolve);
    await Promise.race([promise, late]);
    callOff();
  }

  #known(session: string | null): string | null {
    return session !== null && this.#sessions.has(session) ? session : null;
  }

  #begin(versions: Versions): Session {
    const session = new Session(newId(), {
      run: this.#run,
      port: this.#parts.port,
      supply: this.#supply,
      ask: { versions: () => this.versions ?? versions, isDraining: () => this.isDraining },
      rates: this.#parts.rates,
      features: this.#parts.features,
      expiry: this.#settings.expiry,
      queue: () => this.#supply.counts.waiting + this.#builds.waiting,
      onEnd: () => this.#sessions.delete(session.id),
    });
    this.#sessions.set(session.id, session);
    return session;
  }

  #queueChanged(): void {
    for (const session of this.#sessions.values()) session.queueChanged();
  }

  async #sweep(): Promise<void> {
    const { port, log, clock } = this.#parts;
    await sweepOrphans(port, this.#supply, this.#settings.supply.instance, log);
    if (!this.#draining) this.#callOffSweep = clock.after(this.#settings.sweepMs, () => void this.#sweep());
  }
}
