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

  /** Runs something to its end: the outcome, or that it was refused or the page cut off; and all events, as JSON. */
  async run(wish: Wish): Promise<{ outcome: string; told: string }> {
    const run = newId();
    const events: unknown[] = [];
    const { promise, resolve } = Promise.withResolvers<string>();
    const listen = () => {
      const message = this.page.messages.at(-1);
      if (message?.type === 'refused' && message.run === run) resolve(`refused: ${message.message}`);
      if (message?.type !== 'event' || message.run !== run) return;
      events.push(message.event);
      if (message.event.type === 'done') resolve(message.event.outcome);
    };
    this.page.socket.on('message', listen);
    void this.page.closed.then((code) => resolve(`cut off: ${code}`));
    this.say(JSON.stringify({ type: 'run', run, request: { sql: '', mode: 'run', ...wish } }));
    const outcome = await promise;
    this.page.socket.off('message', listen);
    return { outcome, told: JSON.stringify(events) };
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
