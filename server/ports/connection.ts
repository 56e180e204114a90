import type { ServerMessage } from '../../protocol/messages/serverMessage.ts';

/** A page's connection, as a session sees it. None of its calls fails: what cannot be sent is sent again after `hello`. */
export interface Connection {
  /** Whose rate limits count: the peer's address, or its network. */
  readonly address: string;
  send(message: ServerMessage): void;
  /** Resolves when the page has read most of what was sent, or when the connection is closed. */
  drained(): Promise<void>;
  /** Closes with one of the protocol's close codes. */
  close(code: number, reason: string): void;
}
