import type { ClientMessage, ClientMessageOf } from '../../protocol/messages/clientMessage.ts';

/** What is done on which of the page's messages. `hello` comes before there is a session. */
export type MessageHandlers = {
  readonly [T in SessionMessage['type']]?: (message: ClientMessageOf<T>) => void;
};

/** What a page says to its session. */
export type SessionMessage = Exclude<ClientMessage, { type: 'hello' }>;

/** Gives each message to the one handler that declared it. Throws where two want the same, which is a bug of theirs. */
export class MessageMap {
  readonly #handlers: MessageHandlers;

  constructor(all: readonly MessageHandlers[]) {
    const types = all.flatMap((handlers) => Object.keys(handlers));
    const twice = types.find((type, at) => types.indexOf(type) !== at);
    if (twice) throw new Error(`Two parts of a session handle the message ${twice}.`);
    this.#handlers = Object.assign({}, ...all);
  }

  /** Without a handler the message is ignored: its feature is off on this server. */
  handle(message: SessionMessage): void {
    const handler = this.#handlers[message.type] as ((message: SessionMessage) => void) | undefined;
    handler?.(message);
  }
}
