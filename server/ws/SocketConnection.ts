import type { WebSocket } from 'ws';
import type { ServerMessage } from '../../protocol/serverMessage.ts';
import { closeCodes } from '../../protocol/version.ts';
import type { Connection } from '../sessions/connection.ts';

/**
 * What may wait for a page to read it, in bytes. A replay is sent at once: a whole run's events as JSON and the terminal's
 * output must fit, with room for what comes meanwhile.
 */
const mostWaiting = 12 * 1024 * 1024;
/** Below this a page counts as having caught up: a few terminal messages. */
const fewWaiting = 128 * 1024;
/** A page's WebSocket. Never lets more wait than `mostWaiting`: a page that reads too slowly is cut off. */
export class SocketConnection implements Connection {
  readonly address: string;
  readonly #socket: WebSocket;
  #waiting: (() => void)[] = [];

  constructor(socket: WebSocket, address: string) {
    this.#socket = socket;
    this.address = address;
    socket.once('close', () => this.#release());
  }

  /** Whether messages are still to be taken from it. */
  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(message: ServerMessage): void {
    if (!this.isOpen) return;
    this.#socket.send(JSON.stringify(message), () => {
      if (this.#socket.bufferedAmount < fewWaiting) this.#release();
    });
    if (this.#socket.bufferedAmount > mostWaiting)
      this.close(closeCodes.tooSlow, 'This page reads too slowly. It will reconnect to catch up.');
  }

  async drained(): Promise<void> {
    if (!this.isOpen || this.#socket.bufferedAmount < fewWaiting) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#socket.close(code, reason);
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
