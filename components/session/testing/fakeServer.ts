import type { RunEvent } from '../../../protocol/events/events.ts';
import type { ClientMessage } from '../../../protocol/messages/clientMessage.ts';
import type { ServerMessageInput } from '../../../protocol/messages/serverMessage.ts';
import { protocolVersion } from '../../../protocol/version.ts';
import type { SocketListener, SocketWorld } from '../socket/socketLike.ts';

export const sessionA = 'AAAAAAAAAAAAAAAAAAAAAA';
export const sessionB = 'BBBBBBBBBBBBBBBBBBBBBB';

const versions = { postgres: [{ major: 17, version: '17.11' }], pgrx: '0.19.3', rustc: '1.96.1', crates: [] };

/** The other end of the wire, for tests: it hears what the page says, and says what the test tells it to. */
export class FakeServer {
  readonly heard: ClientMessage[] = [];
  readonly world: SocketWorld;
  online = true;
  /** Sockets that were opened so far. */
  opened = 0;
  #listener: SocketListener | null = null;

  constructor() {
    this.world = {
      openSocket: (_url, listener) => {
        this.opened += 1;
        this.#listener = listener;
        return {
          send: (text) => void this.heard.push(JSON.parse(text)),
          close: () => {
            if (this.#listener === listener) this.#listener = null;
          },
        };
      },
      isOnline: () => this.online,
      now: () => Date.now(),
      random: () => 0,
    };
  }

  get connected(): boolean {
    return this.#listener !== null;
  }

  /** Takes the page's connection: it then says hello. */
  accept(): void {
    this.#listener?.onOpen();
  }

  welcome(more: Partial<Extract<ServerMessageInput, { type: 'welcome' }>> = {}): void {
    const fixed = { type: 'welcome', version: protocolVersion, versions } as const;
    this.say({ ...fixed, session: sessionA, resumed: false, lost: 0, run: null, ...more });
  }

  say(message: ServerMessageInput): void {
    this.sayText(JSON.stringify(message));
  }

  sayText(text: string): void {
    this.#listener?.onText(text);
  }

  event(seq: number, run: string, event: RunEvent, at?: number): void {
    this.say({ type: 'event', seq, run, event, ...(at === undefined ? {} : { at }) });
  }

  drop(code = 1006): void {
    const listener = this.#listener;
    this.#listener = null;
    listener?.onClose(code);
  }

  /** What was heard since the last call. */
  take(): ClientMessage[] {
    return this.heard.splice(0);
  }
}
