import type { ClientMessageInput } from '../../protocol/messages/clientMessage.ts';
import type { Arrived } from './state/applyMessages.ts';

/** The wire, as a feature with messages of its own needs it. */
export interface SessionChannel {
  /** Whether the message went out on an open connection. */
  send(message: ClientMessageInput): boolean;
  /** Calls back with each message that arrives, `welcome` at each new connection among them. Returns what ends that. */
  subscribe(listener: (message: Arrived) => void): () => void;
}
