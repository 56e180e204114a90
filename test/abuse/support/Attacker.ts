import type { RunEventOf } from '../../../protocol/events.ts';
import type { RunRequest } from '../../../protocol/project.ts';
import { newId } from '../../../server/base/newId.ts';
import { SocketPage } from '../../support/SocketPage.ts';

type Wish = Partial<RunRequest> & Pick<RunRequest, 'files'>;

/** A page that means no good. What the server thinks of it is its own affair: it may be cut off at any time. */
export class Attacker implements AsyncDisposable {
  readonly page: SocketPage;

  private constructor(page: SocketPage) {
    this.page = page;
  }

  static async connect(url: string, from = '127.0.0.1'): Promise<Attacker> {
    return new Attacker(await SocketPage.connect(url, {}, from));
  }

  /** A frame as it is, which need not be a message. */
  say(frame: string): void {
    if (this.page.socket.readyState === this.page.socket.OPEN) this.page.socket.send(frame);
  }

  /** Runs something to its end; the last event, or null where the run is refused or the page is cut off. */
  async run(wish: Wish): Promise<RunEventOf<'done'> | null> {
    const run = newId();
    this.say(JSON.stringify({ type: 'run', run, request: { sql: '', mode: 'run', ...wish } }));
    const done = this.page.until('event', (message) => message.run === run && message.event.type === 'done');
    const refused = this.page.until('refused', (message) => message.run === run);
    for (const end of [done, refused]) end.catch(() => {});
    const end = await Promise.race([done, refused]).catch(() => null);
    return end?.type === 'event' && end.event.type === 'done' ? end.event : null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.say(JSON.stringify({ type: 'leave' }));
    this.page.socket.close();
    // One that is not read, or that the server has given up, does not close by itself.
    const patience = setTimeout(() => this.page.socket.terminate(), 1000);
    await this.page.closed;
    clearTimeout(patience);
  }
}
