import type { WebSocket } from 'ws';
import type { ServerMessage } from '../../protocol/messages/serverMessage.ts';
import { closeCodes } from '../../protocol/version.ts';
import { guard } from '../base/contain.ts';
import type { Connection } from '../ports/connection.ts';

/**
 * What may wait for a page to read it, in bytes. A replay is sent at once: a whole run's events as JSON and the terminal's
 * output must fit, with room for what comes meanwhile.
 */
const mostWaiting = 12 * 1024 * 1024;
/** Below this a page counts as having caught up: a few terminal messages. */
const fewWaiting = 128 * 1024;
/** Messages that are sent as they come, in one turn of the event loop; it takes some 10 µs to send one. */
const mostAtOnce = 100;
/** What sends the others may take of a turn, in milliseconds. A run can have said 40,000 things, which are all sent again. */
const turnMs = 5;
/** More messages than all that a session keeps: nobody has so much to say. */
const mostQueued = 200_000;

/** A page's WebSocket. Never lets more wait than `mostWaiting`: a page that reads too slowly is cut off. */
export class SocketConnection implements Connection {
  readonly address: string;
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];
  /** What is sent in the next turns of the event loop, and how many of it have been. */
  #queue: ServerMessage[] = [];
  #sent = 0;
  #inTurn = 0;
  #turn: NodeJS.Immediate | null = null;
  #wasClosed = false;

  constructor(socket: WebSocket, address: string) {
    this.#socket = socket;
    this.address = address;
    socket.once('close', () => this.#over());
  }

  /** Whether messages are still to be taken from it. */
  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Whether it was closed from here: nothing more is heard then, whatever has come already. */
  get wasClosed(): boolean {
    return this.#wasClosed;
  }

  send(message: ServerMessage): void {
    if (!this.isOpen) return;
    this.#turn ??= setImmediate(() => guard('frame', () => this.#nextTurn()));
    if (this.#queue.length === 0 && this.#inTurn < mostAtOnce) this.#write(message);
    else if (this.#queue.push(message) > mostQueued) this.#tooSlow();
  }

  async drained(): Promise<void> {
    if (!this.isOpen || this.#isDrained) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  close(code: number, reason: string): void {
    this.#wasClosed = true;
    if (!this.isOpen) return;
    // What a run has come to is the last that a page hears of a server that goes away.
    if (code === closeCodes.draining)
      for (const message of this.#queue.slice(this.#sent)) this.#write(message);
    this.#socket.close(code, reason);
    this.#over();
  }

  get #isDrained(): boolean {
    return this.#queue.length === 0 && this.#socket.bufferedAmount < fewWaiting;
  }

  #nextTurn(): void {
    this.#turn = null;
    this.#inTurn = 0;
    const began = performance.now();
    while (this.#sent < this.#queue.length && performance.now() - began < turnMs) {
      const message = this.#queue[this.#sent++];
      if (message && this.isOpen) this.#write(message);
    }
    if (this.#sent < this.#queue.length) {
      this.#turn ??= setImmediate(() => guard('frame', () => this.#nextTurn()));
      return;
    }
    this.#queue = [];
    this.#sent = 0;
    if (this.#isDrained) this.#release();
  }

  #write(message: ServerMessage): void {
    this.#inTurn += 1;
    this.#socket.send(JSON.stringify(message), () => {
      if (this.#isDrained) this.#release();
    });
    if (this.#socket.bufferedAmount > mostWaiting) this.#tooSlow();
  }

  #tooSlow(): void {
    this.close(closeCodes.tooSlow, 'This page reads too slowly. It will reconnect to catch up.');
  }

  /** Nothing is sent any more, and nobody waits for it. */
  #over(): void {
    if (this.#turn) clearImmediate(this.#turn);
    this.#turn = null;
    this.#queue = [];
    this.#sent = 0;
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
