import type { Health } from '../../protocol/health.ts';
import type { ClientMessageOf } from '../../protocol/messages/clientMessage.ts';
import { fail, ok, type Result } from '../../protocol/result.ts';
import type { RecordedEvent } from '../../protocol/snippet.ts';
import { closeCodes } from '../../protocol/version.ts';
import type { Versions } from '../../protocol/versions.ts';
import { guard, letRun } from '../base/contain.ts';
import { newId } from '../base/newId.ts';
import { ContainerSupply } from '../containers/ContainerSupply.ts';
import { EngineHealth } from '../containers/EngineHealth.ts';
import { KnownVersions } from '../containers/KnownVersions.ts';
import { sweepOrphans } from '../containers/sweepOrphans.ts';
import type { Connection } from '../ports/connection.ts';
import type { ImageLocks } from '../ports/imageLocks.ts';
import { SlotQueue } from '../queues/SlotQueue.ts';
import { EventBudget } from '../runs/EventBudget.ts';
import type { RunDeps } from '../runs/executeRun.ts';
import { type AskedShot, OneShots } from '../runs/OneShots.ts';
import type { RunContent } from '../runs/recordedRun.ts';
import { goingAway, overRate, type Refusal, unknownMode, unknownToolchain } from '../runs/refusal.ts';
import { toolchainFor } from '../runs/toolchainFor.ts';
import { Admission } from './Admission.ts';
import { Relief } from './Relief.ts';
import { Session } from './Session.ts';
import { SessionTable } from './SessionTable.ts';
import { countSessions, type SessionCounts } from './sessionCounts.ts';
import type { SessionsDeps, SessionsSettings } from './sessionsSettings.ts';

/** A run that was given up still takes a moment to say so, in milliseconds. */
const settleMs = 500;
/** How long before its end a page is told that its container is needed by others: time to read it, in milliseconds. */
const neededNoticeMs = 15_000;

/** All sessions of this server. */
export class Sessions {
  readonly #deps: SessionsDeps;
  readonly #settings: SessionsSettings;
  readonly #run: RunDeps;
  readonly #supply: ContainerSupply;
  readonly #builds: SlotQueue;
  readonly #oneShots: OneShots;
  readonly #engine: EngineHealth;
  readonly #versions: KnownVersions;
  readonly #sessions: SessionTable;
  readonly #events: EventBudget;
  readonly #relief: Relief;
  readonly #admission: Admission;
  #draining: Promise<void> | null = null;
  #callOffSweep = () => {};
  /** What has this server's name is known to be its own or a dead predecessor's. */
  #mayClear = false;

  constructor(deps: SessionsDeps, settings: SessionsSettings) {
    const onChange = () => {
      this.#sessions.queueChanged();
      this.#relief.look();
    };
    const { port, modes, clock, log, observer } = deps;
    const { builds, runMs, graceMs, supply } = settings;
    this.#sessions = new SessionTable(clock, settings.mostSessions);
    this.#admission = new Admission(this.#sessions, clock.now);
    this.#events = new EventBudget(settings.eventBytes);
    this.#deps = deps;
    this.#settings = settings;
    this.#supply = new ContainerSupply({ port, clock, log, observer, onChange }, supply);
    this.#builds = new SlotQueue(builds, onChange);
    this.#run = { modes, clock, log, observer, builds: this.#builds, runMs, graceMs };
    const onVersions = (versions: Versions) => this.#each((session) => session.versionsChanged(versions));
    this.#versions = new KnownVersions({ port, clock, log, supply: this.#supply, onChange: onVersions });
    this.#relief = new Relief({
      clock,
      supply: this.#supply,
      sessions: () => this.#sessions.all(),
      keeps: settings.addressKeeps,
      noticeMs: Math.min(settings.expiry.noticeMs, neededNoticeMs),
    });
    this.#engine = new EngineHealth(port, clock, supply.postgres);
    this.#oneShots = new OneShots({ run: this.#run, port, supply: this.#supply });
  }

  /** What a run here is made with; null before `open` has found it out. */
  get versions(): Versions | null {
    return this.#versions.now;
  }

  /** The lock files of the images with another pgrx than the default; null where there are none. */
  locksOf = (pgrx: string): ImageLocks | null => this.#versions.locksOf(pgrx);

  get isDraining(): boolean {
    return this.#draining !== null;
  }

  get counts(): SessionCounts {
    return countSessions({
      sessions: this.#sessions,
      events: this.#events,
      oneShots: this.#oneShots,
      supply: this.#supply,
      builds: this.#builds,
    });
  }

  /** Whether a run would be served now, with a text for the operator where not. */
  async health(): Promise<Pick<Health, 'status' | 'message'>> {
    if (this.#draining) return { status: 'draining' };
    if (!this.versions) return { status: 'starting' };
    const message = await this.#engine.problem();
    return message === null ? { status: 'ok' } : { status: 'unavailable', message };
  }

  /**
   * Clears up after a predecessor, which must not live any more, asks the session image for its versions, and fills the
   * pool. Nothing can be run before. Fails with a text for the operator.
   */
  async open(): Promise<Result<Versions, string>> {
    this.#mayClear = true;
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
    const problem = this.#admission.problem(known, hello, connection.address);
    if (problem !== null) {
      connection.close(closeCodes.tooMany, problem);
      return null;
    }
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
    const { rates } = this.#deps;
    const known = this.#known(session);
    const retryAfterMs = await (known ? rates.run(known, address) : rates.apiRun(address));
    return retryAfterMs === null ? null : overRate(retryAfterMs);
  }

  /**
   * Runs once, in a container of its own, in the turn of the session that asks for it or else of the address. The result
   * says whether it was taken; `shot.onEvent` hears the rest.
   */
  runOnce(
    { request: given, ...shot }: AskedShot,
    address: string,
    session: string | null = null,
  ): Result<{ ended: Promise<void> }, Refusal> {
    const { versions } = this;
    if (!versions || this.#draining) return fail(goingAway);
    const request = { ...given, ...toolchainFor(given, versions) };
    const known = this.#known(session);
    const key = known ?? `api ${address}`;
    const refusal =
      unknownToolchain(given, request, versions) ??
      unknownMode(given.mode, this.#deps.modes) ??
      (known && this.#oneShots.refusal(known, request)) ??
      (given.mode === 'loadElsewhere' ? this.#oneShots.fullRefusal : null);
    return refusal
      ? fail(refusal)
      : ok({ ended: this.#oneShots.run({ run: newId(), ...shot, request, address, key, session: known }) });
  }

  /** Takes nothing new, lets runs end for a while, stops the others, and removes every container. */
  drain(): Promise<void> {
    this.#draining ??= this.#drain();
    return this.#draining;
  }

  async #drain(): Promise<void> {
    this.#callOffSweep();
    this.#versions.close();
    this.#relief.close();
    const idle = () =>
      Promise.all([this.#oneShots.idle(), ...this.#sessions.all().map((session) => session.idle)]);
    await this.#within(idle(), this.#settings.drainMs);
    this.#oneShots.stop();
    this.#each((session) => session.stopRun());
    await this.#within(idle(), this.#settings.graceMs + settleMs);
    const closed = this.#supply.close();
    // One that cannot be ended must not keep the others' containers from being removed.
    await Promise.allSettled(this.#sessions.all().map((session) => session.end('draining')));
    await closed;
    this.#sessions.close();
    if (this.#mayClear)
      await sweepOrphans(this.#deps.port, this.#supply, this.#settings.supply.instance, this.#deps.log);
  }

  async #within(promise: Promise<unknown>, ms: number): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const callOff = this.#deps.clock.after(ms, resolve);
    await Promise.race([promise, late]);
    callOff();
  }

  #known(session: string | null): string | null {
    return session !== null && this.#sessions.get(session) ? session : null;
  }

  #begin(versions: Versions): Session {
    const session = new Session(newId(), {
      run: this.#run,
      port: this.#deps.port,
      supply: this.#supply,
      ask: { versions: () => this.versions ?? versions, isDraining: () => this.isDraining },
      rates: this.#deps.rates,
      features: this.#deps.features,
      events: this.#events,
      expiry: this.#settings.expiry,
      queue: () => this.#supply.counts.waiting + this.#builds.waiting,
      onEnd: () => this.#sessions.delete(session),
    });
    this.#sessions.add(session);
    return session;
  }

  /** Tells all sessions; where one fails at it, the others are told all the same. */
  #each(tell: (session: Session) => void): void {
    for (const session of this.#sessions.all()) guard('feature', () => tell(session));
  }

  async #sweep(): Promise<void> {
    const { port, log, clock } = this.#deps;
    await sweepOrphans(port, this.#supply, this.#settings.supply.instance, log);
    if (!this.#draining)
      this.#callOffSweep = clock.after(this.#settings.sweepMs, () => letRun('timer', this.#sweep()));
  }
}
