import type { ClientMessageOf } from '../../protocol/messages/clientMessage.ts';
import { RateWindows } from '../base/RateWindows.ts';
import type { Session } from './Session.ts';
import type { SessionTable } from './SessionTable.ts';

/**
 * What may be sent again to pages of one address in a minute, a kilobyte for each event beside its text. At the worst it
 * takes some seconds of this process's minute. A room of 300 that reloads once takes 125 MiB where each has 200 events.
 */
const replayBytes = 192 * 1024 * 1024;
/** What each page that comes back takes beside its events: terminals, connections, the versions. */
const helloBytes = 128 * 1024;

/** Whether a page that says hello can be taken up now. */
export class Admission {
  readonly #sessions: SessionTable;
  readonly #replays: RateWindows;

  constructor(sessions: SessionTable, now: () => number) {
    this.#sessions = sessions;
    this.#replays = new RateWindows(replayBytes, 60_000, now);
  }

  /** Why not, in words; null where it can, for which room has then been made. `known` is the session that it asks for. */
  problem(known: Session | undefined, hello: ClientMessageOf<'hello'>, address: string): string | null {
    if (!known)
      return this.#sessions.makeRoom()
        ? null
        : 'This server has reached its limit of connected pages. The page will retry.';
    const bytes = helloBytes + known.events.after(hello.after).bytes;
    if (this.#replays.take(address, bytes) === null) return null;
    return 'Too much output was resent to pages from your address within a minute. The page will retry.';
  }
}
