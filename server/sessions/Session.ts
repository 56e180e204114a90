import { limits } from '../../protocol/limits.ts';
import type { ClientMessageOf } from '../../protocol/messages/clientMessage.ts';
import type { EndReason } from '../../protocol/messages/serverMessage.ts';
import type { RecordedEvent } from '../../protocol/snippet.ts';
import { closeCodes, protocolVersion } from '../../protocol/version.ts';
import type { Versions } from '../../protocol/versions.ts';
import { letRun } from '../base/contain.ts';
import type { Lease } from '../containers/Lease.ts';
import { SessionContainer } from '../containers/SessionContainer.ts';
import type { Holding } from '../containers/toGiveBack.ts';
import { Features } from '../features/Features.ts';
import { featureHost } from '../features/featureHost.ts';
import { type MessageHandlers, MessageMap, type SessionMessage } from '../features/MessageMap.ts';
import type { Connection } from '../ports/connection.ts';
import type { BackgroundRuns } from '../runs/BackgroundRuns.ts';
import { EventLog } from '../runs/EventLog.ts';
import { type RunContent, recordedRun } from '../runs/recordedRun.ts';
import { runLanes } from '../runs/runLanes.ts';
import type { SessionRuns } from '../runs/SessionRuns.ts';
import { PageLink } from './PageLink.ts';
import { SessionLife } from './SessionLife.ts';
import { StatePublisher } from './StatePublisher.ts';
import type { SessionDeps } from './sessionParts.ts';
import { sessionState, sinceOf } from './sessionState.ts';

/** One person's session: its connection, its container, its runs, its features, and what the page may have missed. */
export class Session {
  readonly id: string;
  /** What its runs have said, as far as it is kept. */
  readonly events: EventLog;
  readonly #deps: SessionDeps;
  readonly #page: PageLink;
  readonly #container: SessionContainer;
  readonly #lease: Lease;
  readonly #runs: SessionRuns;
  readonly #background: BackgroundRuns;
  readonly #features: Features;
  readonly #teller: StatePublisher;
  readonly #life: SessionLife;
  readonly #messages: MessageMap;
  #hasLeft = false;

  constructor(id: string, deps: SessionDeps) {
    const { supply, port, expiry, run, rates, ask } = deps;
    this.id = id;
    this.#deps = deps;
    this.events = new EventLog(limits.runBytes, deps.events);
    this.#page = new PageLink(this.events);
    const { send, drained } = this.#page;
    const turn = () => ({ address: this.#page.address, key: id });
    this.#container = new SessionContainer({
      supply,
      port,
      clock: run.clock,
      turn,
      onChange: () => this.#containerChanged(),
      send,
      idle: () => this.#runs.idle,
    });
    this.#lease = this.#container.lease;
    ({ runs: this.#runs, background: this.#background } = runLanes({
      run,
      rates,
      ask,
      turn,
      lease: this.#lease,
      onEvent: (...event) => this.#page.happened(this.events.append(...event)),
      onActive: () => {
        this.#touch();
        if (!this.#runs.current) this.#features.runEnded();
      },
      onBackground: () => this.#touch(),
      send,
    }));
    const touch = () => this.#touch();
    const onWanted = () => {
      this.#hasLeft = false;
    };
    const host = featureHost({ lease: this.#lease, port, ask, send, drained, touch, onWanted });
    this.#features = new Features(deps.features, host);
    this.#messages = new MessageMap([this.#ownHandlers(), ...this.#features.handles]);
    this.#life = new SessionLife({
      clock: run.clock,
      settings: expiry,
      containerSince: () => sinceOf(this.#lease.state),
      onNotice: (...notice) => this.#container.willEnd(...notice),
      onEnd: (reason) => letRun('timer', this.#expired(reason)),
      onGone: () => this.#gone(),
      onAway: () => letRun('timer', this.#away()),
    });
    this.#teller = new StatePublisher(
      run.clock,
      () => sessionState(this.#lease.state, this.#life.activeAt, expiry, deps.queue()),
      send,
    );
  }

  /** Since when its page is gone; null while it is there. */
  get awaySince(): number | null {
    return this.#life.awaySince;
  }

  /** Its container, as one that others may need; null where it has none. */
  get holding(): (Holding & { container: SessionContainer }) | null {
    if (this.#lease.state.kind !== 'ready') return null;
    const { awaySince, activeAt } = this.#life;
    const isRunning = this.#runs.current !== null;
    return { address: this.#page.address, awaySince, activeAt, isRunning, container: this.#container };
  }

  /** Resolves when no run is under way. */
  get idle(): Promise<void> {
    return this.#runs.idle;
  }

  /** The events of its last run, if it was this one, and of this content. */
  recorded(run: string, content: RunContent): RecordedEvent[] | null {
    return this.#runs.hasRun(run, content) ? recordedRun(this.events.ofRun(run)) : null;
  }

  /** Takes a page up, in place of one that is there, and gives it what it has missed. */
  attach(connection: Connection, hello: ClientMessageOf<'hello'>, resumed: boolean): void {
    this.#page.attach(connection);
    this.#hasLeft = false;
    const after = resumed ? hello.after : 0;
    const { lost } = this.events.after(after);
    const [run, versions] = [this.#runs.current, this.#deps.ask.versions()];
    this.#page.send({
      type: 'welcome',
      version: protocolVersion,
      session: this.id,
      resumed,
      lost,
      run,
      versions,
    });
    this.#life.pageCame();
    this.#teller.tell();
    this.#page.follow(after);
    this.#features.attached(hello, resumed);
    this.#page.tellUnheard();
  }

  /** The connection is closed. One that was replaced before is none of the session's any more. */
  detach(connection: Connection): void {
    if (!this.#page.detach(connection)) return;
    this.#teller.close();
    this.#features.detached();
    if (this.#hasLeft) letRun('container', this.end('left'));
    else this.#life.pageLeft();
  }

  /** Does what the page asks for. */
  handle(message: SessionMessage): void {
    this.#messages.handle(message);
  }

  /** The number of those who wait may have changed. */
  queueChanged(): void {
    if (this.#page.isThere) this.#teller.refresh();
  }

  /** There is another Postgres than when the page was welcomed. */
  versionsChanged = (versions: Versions): void => this.#page.send({ type: 'versions', versions });

  /** Stops the run that is under way, because the server goes away; its `done` still comes. */
  stopRun(): void {
    this.#runs.stop('draining');
  }

  /** Ends the session for good: its container is removed, its id forgotten. */
  async end(reason: EndReason): Promise<void> {
    this.#runs.stop(reason === 'draining' ? 'draining' : 'left');
    letRun('run', this.#background.stop());
    this.#life.end();
    this.#deps.onEnd();
    await this.#container.giveUp(reason);
    this.#features.close();
    this.events.close();
    if (reason === 'draining') this.#page.close(closeCodes.draining, 'The server is shutting down.');
    this.#teller.close();
  }

  #ownHandlers(): MessageHandlers {
    const isRunning = () => this.#runs.current !== null;
    return {
      run: (message) => {
        this.#hasLeft = false;
        letRun('run', this.#runs.start(message, this.#page.address, this.#background.giveWay(message)));
      },
      background: (message) => {
        this.#hasLeft = false;
        letRun('run', this.#background.start(message, this.#page.address, isRunning));
      },
      cancel: ({ run }) => {
        this.#runs.cancel(run);
        this.#background.cancel(run);
      },
      keepAwake: () => this.#touch(),
      leave: () => {
        this.#hasLeft = true;
        this.#runs.stop('left');
        letRun('container', Promise.all([this.#background.stop(), this.#container.giveUp('left')]));
      },
      ping: () => this.#page.send({ type: 'pong' }),
    };
  }

  async #expired(reason: 'idle' | 'age'): Promise<void> {
    await this.#runs.idle;
    if (!this.#life.isOver) this.#life.wait();
    else if (this.#page.isThere) await this.#container.giveUp(reason);
    else await this.end(reason);
  }

  /** The page does not come back at once: what only waits is not waited for any more. */
  #gone(): void {
    this.#runs.stopWaiting('away');
    letRun('run', this.#background.stop());
    const { kind } = this.#lease.state;
    if (kind === 'queued' || kind === 'starting') letRun('container', this.#lease.drop());
    // A page that comes back would miss nothing.
    if (kind === 'none' && !this.#runs.current && !this.events.hasAny) letRun('container', this.end('left'));
  }

  /** The page has been gone for so long that its container is taken back, once the run in it has ended. */
  async #away(): Promise<void> {
    await this.#runs.idle;
    if (this.#life.isAway && !this.#life.hasEnded) await this.#container.giveUp('idle', 'away');
  }

  #containerChanged(): void {
    const { kind } = this.#lease.state;
    this.#container.changed();
    if (kind === 'none') this.#features.containerGone();
    if (kind === 'ready') this.#touch();
    else if (this.#page.isThere) this.#teller.changed();
  }

  /** Something was done: the idle time begins anew. */
  #touch(): void {
    this.#life.touch();
    if (this.#page.isThere) this.#teller.changed();
  }
}
