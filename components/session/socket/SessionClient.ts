import type { ClientMessageInput, TerminalName } from '../../../protocol/messages/clientMessage.ts';
import type { ServerMessageOf } from '../../../protocol/messages/serverMessage.ts';
import { protocolVersion } from '../../../protocol/version.ts';
import type { SessionMemory } from '../sessionMemory.ts';
import type { Arrived } from '../state/applyMessages.ts';
import type { Connection } from '../state/sessionState.ts';
import type { TerminalFeed } from '../terminal/TerminalFeed.ts';
import { parseServerMessage, type UnknownEvent } from './parseServerMessage.ts';
import { ReconnectingSocket } from './ReconnectingSocket.ts';
import type { SocketWorld } from './socketLike.ts';

export type TerminalFeeds = Readonly<Record<TerminalName, TerminalFeed>>;

export interface SessionClientListener {
  onConnection(connection: Connection): void;
  /** Called before the messages that the server sends after it. */
  onWelcome(welcome: ServerMessageOf<'welcome'>): void;
  onMessage(message: Arrived): void;
  onTerminalOutput(terminal: TerminalName): void;
}

/**
 * The page's end of the protocol (protocol/SPEC.md): says hello and resumes, checks each frame, and passes on each
 * event once, in order. It knows neither React nor what is done with the messages.
 */
export class SessionClient {
  readonly #socket: ReconnectingSocket;
  readonly #listener: SessionClientListener;
  readonly #feeds: TerminalFeeds;
  #url = '';
  #memory: SessionMemory | null = null;
  #session: string | null = null;
  #lastSeq = 0;
  #gap = false;

  constructor(world: SocketWorld, feeds: TerminalFeeds, listener: SessionClientListener) {
    this.#feeds = feeds;
    this.#listener = listener;
    this.#socket = new ReconnectingSocket(() => this.#url, world, {
      onOpen: () => this.#hello(),
      onText: (frame) => this.#receive(frame),
      onConnection: (connection) => this.#listener.onConnection(connection),
    });
  }

  /** Connects to a server (a ws: or wss: address), to go on with the session that `memory` has. */
  start(url: string, memory: SessionMemory): void {
    this.#url = url;
    this.#memory = memory;
    this.#session ??= memory.session();
    this.#socket.connect();
  }

  /** Connects again now, whatever the reason why it is not connected. */
  retryNow(): void {
    if (this.#memory) this.#socket.connect();
  }

  /** Closes the connection; the session lives on and can be resumed. */
  close(): void {
    this.#socket.stop();
  }

  networkChanged(): void {
    this.#socket.networkChanged();
  }

  /** Whether the message went out on an open connection. */
  send(message: ClientMessageInput): boolean {
    return this.#socket.send(JSON.stringify(message));
  }

  #hello(): void {
    const hello: ClientMessageInput = {
      type: 'hello',
      version: protocolVersion,
      after: this.#lastSeq,
      terminalAfter: this.#feeds.psql.end,
      shellAfter: this.#feeds.shell.end,
      ...(this.#session === null ? {} : { session: this.#session }),
    };
    this.#socket.sendFirst(JSON.stringify(hello));
  }

  #receive(frame: string): void {
    const message = parseServerMessage(frame);
    if (message === 'ignored') return;
    if (message === 'bad') {
      this.#socket.stop({ state: 'broken' });
      return;
    }
    if (message.type === 'welcome') this.#welcome(message);
    else if (message.type === 'event' || message.type === 'unknownEvent') this.#event(message);
    else if (message.type === 'terminal.output') {
      this.#feeds[message.terminal].append(message);
      this.#listener.onTerminalOutput(message.terminal);
    } else if (message.type !== 'pong') this.#listener.onMessage(message);
  }

  #welcome(welcome: ServerMessageOf<'welcome'>): void {
    if (!welcome.resumed) {
      this.#lastSeq = 0;
      this.#feeds.psql.restart();
      this.#feeds.shell.restart();
    }
    this.#gap = welcome.lost > 0;
    // Events that are lost leave their numbers unused, so that those after them are not taken for a gap again.
    this.#lastSeq += welcome.lost;
    this.#session = welcome.session;
    this.#memory?.keepSession(welcome.session);
    this.#socket.confirm();
    this.#listener.onMessage(welcome);
    this.#listener.onWelcome(welcome);
  }

  #event(message: ServerMessageOf<'event'> | UnknownEvent): void {
    if (message.seq <= this.#lastSeq) return;
    const gap = this.#gap || message.seq > this.#lastSeq + 1;
    this.#lastSeq = message.seq;
    this.#gap = false;
    const { run } = message;
    if (message.type === 'unknownEvent') this.#listener.onMessage({ type: 'event', run, gap, event: null });
    else this.#listener.onMessage({ type: 'event', run, at: message.at, gap, event: message.event });
  }
}
