import { letRun } from '../base/contain.ts';
import type { Connection } from '../ports/connection.ts';
import type { EventLog, LoggedEvent } from './EventLog.ts';

/** Events that are sent at a time. They take 2 to 4 ms; all eighty thousand that a run may have said took 3 s in one go. */
const atOnce = 100;

/**
 * Sends a session's events to its page, each once and in order. What a page has missed goes out some at a time and no
 * faster than it reads, so that others have their turn in between; what happens meanwhile follows it.
 */
export class EventFeed {
  readonly #log: EventLog;
  #connection: Connection | null = null;
  #sent = 0;
  #isBehind = false;

  constructor(log: EventLog) {
    this.#log = log;
  }

  /** Sends what came after this event, and then what happens. */
  attach(connection: Connection, after: number): void {
    this.#connection = connection;
    this.#sent = after;
    this.#isBehind = true;
    letRun('connection', this.#catchUp(connection));
  }

  detach(): void {
    this.#connection = null;
  }

  happened(event: LoggedEvent): void {
    if (this.#connection && !this.#isBehind) this.#send(this.#connection, event);
  }

  async #catchUp(connection: Connection): Promise<void> {
    while (this.#connection === connection) {
      const events = this.#log.next(this.#sent, atOnce);
      for (const event of events) this.#send(connection, event);
      if (events.length < atOnce) {
        this.#isBehind = false;
        return;
      }
      await connection.drained();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #send(connection: Connection, event: LoggedEvent): void {
    this.#sent = event.seq;
    connection.send({ type: 'event', ...event });
  }
}
