import { limits } from '../../../protocol/limits.ts';
import type { Connection } from '../state/sessionState.ts';
import { type CloseMeaning, closeMeaning } from './closeMeaning.ts';
import type { SocketLike, SocketWorld } from './socketLike.ts';

interface Listener {
  /** The socket is open: say hello. */
  onOpen(): void;
  onText(text: string): void;
  onConnection(connection: Connection): void;
}

/** From the start of a try to the server's welcome; a handshake through a slow proxy takes seconds, not tens of them. */
const welcomeTimeoutMs = 10_000;

/** A server that is there answers a ping within a round trip; what takes longer has lost its network. */
const offlineMs = 2_000;

const pingFrame = JSON.stringify({ type: 'ping' });

/**
 * A WebSocket that comes back after a loss, with growing, random delays, and closes one that has fallen silent
 * (SPEC.md, C1 and C6). It is `open` only when `confirm` was called, which its owner does at the server's welcome: a
 * server that takes a connection and drops it must not be asked again at once. partysocket would do the half of it,
 * but does not tell when it tries next, nor vary its delays.
 */
export class ReconnectingSocket {
  readonly #url: () => string;
  readonly #world: SocketWorld;
  readonly #listener: Listener;
  #socket: SocketLike | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #state: Connection['state'] = 'closed';

  constructor(url: () => string, world: SocketWorld, listener: Listener) {
    this.#url = url;
    this.#world = world;
    this.#listener = listener;
  }

  /** Connects, at once, whatever it was doing. */
  connect(): void {
    this.#drop();
    this.#tell({ state: 'connecting' });
    this.#socket = this.#world.openSocket(this.#url(), {
      onOpen: () => this.#listener.onOpen(),
      onText: (text) => {
        if (this.#state === 'offline') this.confirm();
        this.#watch();
        this.#listener.onText(text);
      },
      onClose: (code) => this.#lost(code),
    });
    this.#timer = setTimeout(() => this.#lost(0), welcomeTimeoutMs);
  }

  /** The server has taken this page: from now on a loss is a new one. */
  confirm(): void {
    this.#attempt = 0;
    this.#tell({ state: 'open' });
    this.#watch();
  }

  /** Whether the frame was given to an open connection. */
  send(frame: string): boolean {
    if (!this.#socket || this.#state !== 'open') return false;
    this.#socket.send(frame);
    return true;
  }

  /** Sends before `confirm`: the hello. */
  sendFirst(frame: string): void {
    this.#socket?.send(frame);
  }

  /** Closes for good, telling why. `connect` opens again. */
  stop(why: Connection = { state: 'closed' }): void {
    this.#drop();
    this.#attempt = 0;
    this.#tell(why);
  }

  /** The browser's network came or went. */
  networkChanged(): void {
    if (this.#world.isOnline()) {
      if (this.#state === 'offline' || this.#state === 'reconnecting') this.connect();
    } else if (this.#state === 'reconnecting' || this.#state === 'draining') {
      this.#drop();
      this.#tell({ state: 'offline' });
    } else if (this.#state === 'open') {
      // Said at once. A server on this computer is there all the same: its answer takes it back.
      this.send(pingFrame);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#lost(0), offlineMs);
      this.#tell({ state: 'offline' });
    }
  }

  /** Asks for a sign of life after one heartbeat of silence, and gives up after two (C1). */
  #watch(): void {
    if (this.#state !== 'open') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.send(pingFrame);
      this.#timer = setTimeout(() => this.#lost(0), limits.heartbeatMs);
    }, limits.heartbeatMs);
  }

  #lost(code: number): void {
    this.#drop();
    const meaning = closeMeaning(code);
    if (!meaning.retry) this.#tell({ state: meaning.state });
    else if (!this.#world.isOnline()) this.#tell({ state: 'offline' });
    else this.#retry(meaning);
  }

  #retry(meaning: Extract<CloseMeaning, { retry: true }>): void {
    this.#attempt += 1;
    const delay = meaning.atLeastMs + reconnectDelay(this.#attempt, this.#world.random);
    this.#timer = setTimeout(() => this.connect(), delay);
    this.#tell({ state: meaning.state, nextTryAt: this.#world.now() + delay });
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = null;
  }

  #tell(connection: Connection): void {
    this.#state = connection.state;
    this.#listener.onConnection(connection);
  }
}

/**
 * Milliseconds to wait before try number `attempt` (from 1) to connect: from a quarter of a second doubling up to 15,
 * of which a random half, so that a room full of pages does not come back to a restarted server all at once.
 */
function reconnectDelay(attempt: number, random: () => number): number {
  const ceiling = Math.min(250 * 2 ** Math.min(attempt, 10), 15_000);
  return Math.round(ceiling * (0.5 + random() * 0.5));
}
