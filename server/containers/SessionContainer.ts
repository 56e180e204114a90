import type { EndCause, EndReason, ServerMessage } from '../../protocol/messages/serverMessage.ts';
import type { Clock } from '../base/clock.ts';
import { letRun } from '../base/contain.ts';
import { Lease, type LeaseDeps } from './Lease.ts';

export interface SessionContainerDeps extends Omit<LeaseDeps, 'now' | 'onFailed'> {
  clock: Clock;
  send: (message: ServerMessage) => void;
  /** Resolves when no run is under way. */
  idle: () => Promise<void>;
}

/** How a session's container ends before the session does, and how its page is told. */
export class SessionContainer {
  readonly lease: Lease;
  readonly #deps: SessionContainerDeps;
  /** Ends the notice under which it is being given back. */
  #callOff: (() => void) | null = null;

  constructor(deps: SessionContainerDeps) {
    this.#deps = deps;
    const { supply, port, turn, onChange, clock } = deps;
    const onFailed = () => this.#ended('failed');
    this.lease = new Lease({ supply, port, turn, onChange, now: clock.now, onFailed });
  }

  /** Whether it is promised to somebody else. */
  get isGivenBack(): boolean {
    return this.#callOff !== null;
  }

  /** Tells that it will end by itself, or the wait for it. */
  willEnd(reason: EndReason, inMs: number): void {
    if (this.lease.state.kind !== 'none') this.#deps.send({ type: 'ending', reason, inMs });
  }

  /** Gives it up, or the wait for it. Resolves when it is removed. */
  async giveUp(reason: EndReason, cause?: EndCause): Promise<void> {
    const held = this.lease.state.kind !== 'none';
    const dropped = this.lease.drop();
    if (held) this.#ended(reason, cause);
    await dropped;
  }

  /** Gives it up because others wait for one: after a notice to its page, and after the run that is then under way. */
  giveBack(cause: EndCause, noticeMs: number): void {
    const { state } = this.lease;
    if (state.kind !== 'ready' || this.#callOff) return;
    const { clock, send, idle } = this.#deps;
    if (noticeMs > 0) send({ type: 'ending', reason: 'idle', cause, inMs: noticeMs });
    const end = async () => {
      await idle();
      if (this.lease.state === state) await this.giveUp('idle', cause);
    };
    this.#callOff = clock.after(noticeMs, () => letRun('container', end()));
  }

  /** There is none any more, or another. */
  changed(): void {
    if (this.lease.state.kind !== 'none') return;
    this.#callOff?.();
    this.#callOff = null;
  }

  #ended(reason: EndReason, cause?: EndCause): void {
    this.#deps.send({ type: 'ended', reason, ...(cause && { cause }) });
  }
}
