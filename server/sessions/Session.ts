import type { ClientMessage, ClientMessageOf } from '../../protocol/clientMessage.ts';
import { limits } from '../../protocol/limits.ts';
import type { EndReason, ServerMessage } from '../../protocol/serverMessage.ts';
import type { RecordedEvent } from '../../protocol/snippet.ts';
import { closeCodes, protocolVersion } from '../../protocol/version.ts';
import type { Versions } from '../../protocol/versions.ts';
import type { BackgroundRuns } from './BackgroundRuns.ts';
import type { ContainerSupply } from './ContainerSupply.ts';
import type { Connection } from './connection.ts';
import { EventLog } from './EventLog.ts';
import { ExpiryTimer } from './ExpiryTimer.ts';
import type { RunParts } from './executeRun.ts';
import { type ExpirySettings, sessionEnds } from './expiry.ts';
import type { OpenFeature, SessionFeature } from './feature.ts';
import { featureHost } from './featureHost.ts';
import { Lease } from './Lease.ts';
import type { RateLimits } from './rateLimits.ts';
import { type RunContent, recordedRun } from './recordedRun.ts';
import { runLanes } from './runLanes.ts';
import type { RunAsk, SessionRuns } from './SessionRuns.ts';
import { StateTeller } from './StateTeller.ts';
import type { SandboxPort } from './sandboxPort.ts';
import { sessionState, sinceOf } from './sessionState.ts';

export interface SessionParts {
  run: RunParts;
  port: SandboxPort;
  supply: ContainerSupply;
  ask: RunAsk;
  rates: RateLimits;
  features: readonly OpenFeature[];
  expiry: ExpirySettings;
  /** How many wait on this server, for a container or a build. */
  queue: () => number;
  /** The session is over for good. */
  onEnd: (session: Session) => void;
}

/** One person's session: its connection, its container, its runs, its features, and what the page may have missed. */
export class Session {
  readonly id: string;
  readonly #parts: SessionParts;
  readonly #events = new EventLog(limits.runBytes);
  readonly #lease: Lease;
  readonly #runs: SessionRuns;
  readonly #background: BackgroundRuns;
  readonly #features: readonly SessionFeature[];
  readonly #teller: StateTeller;
  readonly #expiry: ExpiryTimer;
  #connection: Connection | null = null;
  #activeAt: number;
  #hasLeft = false;
  #hasEnded = false;

  constructor(id: string, parts: SessionParts) {
    const { supply, port, expiry, run } = parts;
    this.id = id;
    this.#parts = parts;
    this.#activeAt = run.clock.now();
    this.#lease = new Lease({
      supply,
      port,
      now: run.clock.now,
      key: id,
      onChange: () => this.#containerChanged(),
      onFailed: () => this.#send({ type: 'ended', reason: 'failed' }),
    });
    const send = (message: ServerMessage) => this.#send(message);
    const { runs, background } = runLanes({
      ...parts,
      session: id,
      lease: this.#lease,
      events: this.#events,
      onActive: () => {
        this.#touch();
        if (!this.#runs.current) for (const feature of this.#features) feature.runEnded?.();
      },
      onBackground: () => this.#touch(),
      send,
    });
    this.#runs = runs;
    this.#background = background;
    const host = featureHost({
      lease: this.#lease,
      port,
      ask: parts.ask,
      send,
      drained: async () => this.#connection?.drained(),
      touch: () => this.#touch(),
      onWanted: () => {
        this.#hasLeft = false;
      },
    });
    this.#features = parts.features.map((open) => open(host));
    this.#expiry = new ExpiryTimer({
      clock: run.clock,
      settings: expiry,
      onNotice: (reason, inMs) => {
        if (this.#lease.state.kind !== 'none') this.#send({ type: 'ending', reason, inMs });
      },
      onEnd: (reason) => void this.#expired(reason),
    });
    this.#teller = new StateTeller(
      run.clock,
      () => sessionState(this.#lease.state, this.#activeAt, expiry, parts.queue()),
      send,
    );
    this.#touch();
  }

  get isConnected(): boolean {
    return this.#connection !== null;
  }

  /** Resolves when no run is under way. */
  get idle(): Promise<void> {
    return this.#runs.idle;
  }

  /** The events of its last run, if it was this one, and of this content. */
  recorded(run: string, content: RunContent): RecordedEvent[] | null {
    return this.#runs.hasRun(run, content) ? recordedRun(this.#events.ofRun(run)) : null;
  }

  /** Takes a page up, in place of one that is there, and gives it what it has missed. */
  attach(connection: Connection, hello: ClientMessageOf<'hello'>, resumed: boolean): void {
    this.#connection?.close(closeCodes.replaced, 'Another page took over this session.');
    this.#connection = connection;
    this.#hasLeft = false;
    const { events, lost } = this.#events.after(resumed ? hello.after : 0);
    const versions = this.#parts.ask.versions();
    const run = this.#runs.current;
    this.#send({ type: 'welcome', version: protocolVersion, session: this.id, resumed, lost, run, versions });
    this.#arm();
    this.#teller.tell();
    for (const event of events) this.#send({ type: 'event', ...event });
    for (const feature of this.#features) feature.attached(hello, resumed);
  }

  /** The connection is closed. One that was replaced before is none of the session's any more. */
  detach(connection: Connection): void {
    if (this.#connection !== connection) return;
    this.#connection = null;
    this.#teller.close();
    for (const feature of this.#features) feature.detached?.();
    if (this.#hasLeft) void this.end('left');
    else this.#touch();
  }

  handle(message: Exclude<ClientMessage, { type: 'hello' }>): void {
    const address = this.#connection?.address ?? '';
    switch (message.type) {
      case 'run':
        this.#hasLeft = false;
        void this.#runs.start(message, address, this.#background.giveWay(message));
        break;
      case 'background':
        this.#hasLeft = false;
        void this.#background.start(message, address, () => this.#runs.current !== null);
        break;
      case 'cancel':
        this.#runs.cancel(message.run);
        this.#background.cancel(message.run);
        break;
      case 'keepAwake':
        this.#touch();
        break;
      case 'leave':
        this.#hasLeft = true;
        this.#runs.stop('left');
        void this.#background.stop();
        void this.#giveUp('left');
        break;
      case 'ping':
        this.#send({ type: 'pong' });
        break;
      default:
        this.#features.some((feature) => feature.handle(message));
    }
  }

  /** The number of those who wait may have changed. */
  queueChanged(): void {
    if (this.#connection) this.#teller.changed();
  }

  /** There is another Postgres than when the page was welcomed. */
  versionsChanged = (versions: Versions): void => this.#send({ type: 'versions', versions });

  /** Stops the run that is under way, because the server goes away; its `done` still comes. */
  stopRun(): void {
    this.#runs.stop('draining');
  }

  /** Ends the session for good: its container is removed, its id forgotten. */
  async end(reason: EndReason): Promise<void> {
    this.#runs.stop(reason === 'draining' ? 'draining' : 'left');
    void this.#background.stop();
    this.#hasEnded = true;
    this.#parts.onEnd(this);
    await this.#giveUp(reason);
    for (const feature of this.#features) feature.close();
    if (reason === 'draining') this.#connection?.close(closeCodes.draining, 'The server is shutting down.');
    this.#expiry.close();
    this.#teller.close();
  }

  async #expired(reason: 'idle' | 'age'): Promise<void> {
    await this.#runs.idle;
    const { next } = sessionEnds(this.#times(), this.#parts.expiry);
    if (next.at > this.#parts.run.clock.now()) this.#expiry.set(this.#times());
    else if (this.#connection) await this.#giveUp(reason);
    else await this.end(reason);
  }

  async #giveUp(reason: EndReason): Promise<void> {
    const held = this.#lease.state.kind !== 'none';
    const dropped = this.#lease.drop();
    if (held) this.#send({ type: 'ended', reason });
    await dropped;
  }

  #containerChanged(): void {
    const { kind } = this.#lease.state;
    if (kind === 'none') for (const feature of this.#features) feature.containerGone();
    if (kind === 'ready') this.#touch();
    else if (this.#connection) this.#teller.changed();
  }

  /** Something was done: the idle time begins anew. */
  #touch(): void {
    this.#arm();
    if (this.#connection) this.#teller.changed();
  }

  #arm(): void {
    if (this.#hasEnded) return;
    this.#activeAt = this.#parts.run.clock.now();
    this.#expiry.set(this.#times());
  }

  #times(): { activeAt: number; containerSince: number | null } {
    return { activeAt: this.#activeAt, containerSince: sinceOf(this.#lease.state) };
  }

  #send(message: ServerMessage): void {
    this.#connection?.send(message);
  }
}
