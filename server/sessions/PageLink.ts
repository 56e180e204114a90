import type { ServerMessage } from '../../protocol/messages/serverMessage.ts';
import { closeCodes } from '../../protocol/version.ts';
import type { Connection } from '../ports/connection.ts';
import { EventFeed } from '../runs/EventFeed.ts';
import type { EventLog, LoggedEvent } from '../runs/EventLog.ts';
import { Unheard } from './Unheard.ts';

/** A session's way to its page, whether one is there or not. */
export class PageLink {
  readonly #feed: EventFeed;
  readonly #unheard = new Unheard();
  #connection: Connection | null = null;
  #address = '';

  constructor(events: EventLog) {
    this.#feed = new EventFeed(events);
  }

  get isThere(): boolean {
    return this.#connection !== null;
  }

  /** Whose the session is, for fairness: the address of its page, or of the last one. */
  get address(): string {
    return this.#address;
  }

  readonly send = (message: ServerMessage): void => {
    if (this.#connection) this.#connection.send(message);
    else this.#unheard.note(message);
  };

  /** Resolves when the page has read most of what was sent; at once where there is none. */
  readonly drained = async (): Promise<void> => this.#connection?.drained();

  happened(event: LoggedEvent): void {
    this.#feed.happened(event);
  }

  /** Takes a page up, in place of one that is there. */
  attach(connection: Connection): void {
    this.#connection?.close(closeCodes.replaced, 'Another page took over this session.');
    this.#connection = connection;
    this.#address = connection.address;
  }

  /** Sends the page the events after this one, and those that happen. */
  follow(after: number): void {
    if (this.#connection) this.#feed.attach(this.#connection, after);
  }

  /** Tells the page what ended before it came. */
  tellUnheard(): void {
    for (const message of this.#unheard.take()) this.send(message);
  }

  /** The connection is closed; false where it is not the session's any more. */
  detach(connection: Connection): boolean {
    if (this.#connection !== connection) return false;
    this.#connection = null;
    this.#feed.detach();
    return true;
  }

  close(code: number, reason: string): void {
    this.#connection?.close(code, reason);
  }
}
