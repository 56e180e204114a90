import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type SocketUse, toCut } from './toCut.ts';

/** Requests that one socket may have sent ahead while an earlier one is answered. No browser sends any. */
const mostWaiting = 8;
/** How often sockets are looked through for answers that nobody reads, in milliseconds. */
const lookMs = 1_000;

interface State {
  /** What is being answered; null where nothing is, or where the socket is no HTTP any more. */
  answering: ServerResponse | null;
  upgraded: boolean;
  waiting: { response: ServerResponse; begin: () => void }[];
  /** How far its peer has read, and since when it has read nothing of what waits for it. */
  progress: string;
  stuckSince: number;
}

export type SocketCounts = Record<'idle' | 'answering' | 'upgraded', number>;

/**
 * The sockets of one server. Each has an error handler from its first moment on. The requests of each are answered one after
 * another, as Node by itself begins all that a packet holds at once, and keeps the answers. A peer that does not read is cut.
 */
export class Sockets {
  readonly #states = new Map<Duplex, State>();
  readonly #refused: (reason: string) => void;
  readonly #toCut: typeof toCut;

  /** `whom` says which of those that do not read are to be cut. */
  constructor(server: Server, refused: (reason: string) => void, whom: typeof toCut = toCut) {
    this.#refused = refused;
    this.#toCut = whom;
    server.on('connection', (socket: Socket) => {
      // Node takes its own away when it hands over a socket with an upgrade.
      socket.on('error', () => socket.destroy());
      this.#states.set(socket, {
        answering: null,
        upgraded: false,
        waiting: [],
        progress: '',
        stuckSince: now(),
      });
      socket.once('close', () => this.#states.delete(socket));
    });
    server.on('drop', () => refused('connections'));
    const looking = setInterval(() => this.#cutUnread(), lookMs);
    looking.unref();
    server.once('close', () => clearInterval(looking));
  }

  get counts(): SocketCounts {
    const counts: SocketCounts = { idle: 0, answering: 0, upgraded: 0 };
    for (const { upgraded, answering } of this.#states.values())
      counts[upgraded ? 'upgraded' : answering ? 'answering' : 'idle'] += 1;
    return counts;
  }

  /** Begins to answer once all that was asked before on this socket is answered. Who sends too much ahead is cut off. */
  inTurn(socket: Duplex, response: ServerResponse, begin: () => void): void {
    const state = this.#states.get(socket);
    if (!state || socket.destroyed || state.upgraded) return;
    if (state.waiting.length >= mostWaiting) {
      this.#refused('pipelined');
      socket.destroy();
      return;
    }
    state.waiting.push({ response, begin });
    if (!state.answering) this.#next(socket, state);
  }

  /** Notes that a socket is no HTTP any more. False where an answer is still under way on it: then it can be nothing else. */
  upgrade(socket: Duplex): boolean {
    const state = this.#states.get(socket);
    if (!state || state.answering) return false;
    state.upgraded = true;
    return true;
  }

  #next(socket: Duplex, state: State): void {
    // After an answer that closes the connection nothing that was sent behind it is looked at.
    const next = socket.destroyed || socket.writableEnded ? undefined : state.waiting.shift();
    state.answering = next?.response ?? null;
    state.stuckSince = now();
    if (!next) return;
    next.response.once('close', () => this.#next(socket, state));
    next.begin();
  }

  #cutUnread(): void {
    const uses: SocketUse<Duplex>[] = [];
    const at = now();
    for (const [socket, state] of this.#states) {
      if (state.upgraded) continue;
      const { answering } = state;
      const waiting = Math.max(socket.writableLength, answering?.writableLength ?? 0);
      const progress = progressOf(socket);
      if (waiting === 0 || progress !== state.progress) state.stuckSince = at;
      state.progress = progress;
      const isWhole = answering?.writableEnded ?? true;
      if (waiting > 0) uses.push({ socket, waiting, stuckMs: at - state.stuckSince, isWhole });
    }
    for (const socket of this.#toCut(uses)) {
      this.#refused('unread');
      socket.destroy();
    }
  }
}

const now = () => performance.now();

/** What a socket keeps that is not in its types; Node's own time-out of sockets goes by it. */
type Written = Duplex & { bytesWritten?: number; _handle?: { writeQueueSize?: number } | null };

/** Changes whenever the kernel takes bytes: the first number where a write is begun, the second in the middle of one. */
const progressOf = ({ bytesWritten, writableLength, _handle }: Written) =>
  `${bytesWritten} ${writableLength} ${_handle?.writeQueueSize}`;
