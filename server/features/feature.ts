import type { ClientMessageOf } from '../../protocol/messages/clientMessage.ts';
import type { ServerMessage } from '../../protocol/messages/serverMessage.ts';
import type { LeasedContainer } from '../containers/Lease.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { MessageHandlers } from './MessageMap.ts';

/** What a session gives to its features. */
export interface FeatureHost {
  readonly port: SandboxPort;
  /** The session's container; null while there is none. */
  readonly held: LeasedContainer | null;
  /** Tells the page, where one is connected; what it misses is the feature's to keep. */
  send(message: ServerMessage): void;
  /** Resolves when the page has taken what was sent to it; at once where there is none. */
  drained(): Promise<void>;
  /** The session's container, taken where there is none; or why there is none, in words for the person. */
  acquire(signal: AbortSignal): Promise<LeasedContainer | string>;
  /** Something was done: the idle time begins anew. */
  touch(): void;
}

/** Something beside runs that a session has open in its container, such as a terminal. */
export interface SessionFeature {
  /** The messages that are this feature's, and what it does on each. */
  readonly handles: MessageHandlers;
  /** A page was taken up, and wants what it has missed. */
  attached(hello: ClientMessageOf<'hello'>, resumed: boolean): void;
  /** The page is gone, maybe for a moment. */
  detached?(): void;
  /** A run has ended: what is installed may be another. */
  runEnded?(): void;
  /** The container is gone, with all that ran in it. */
  containerGone(): void;
  /** The session is over: lets go of timers and streams. */
  close(): void;
}

export type OpenFeature = (host: FeatureHost) => SessionFeature;
