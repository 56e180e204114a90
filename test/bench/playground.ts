import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import type { RunEvent } from '../../protocol/events.ts';
import type { RunRequest } from '../../protocol/project.ts';
import { type ServerMessage, serverMessage } from '../../protocol/serverMessage.ts';
import { protocolVersion } from '../../protocol/version.ts';

/** An event with the milliseconds since its run was asked for. */
export type TimedEvent = { ms: number; event: RunEvent };

/** A page's connection without the page: it says hello, runs, and tells when each event came. */
export class Playground implements AsyncDisposable {
  readonly #socket: WebSocket;
  readonly #listeners = new Set<(message: ServerMessage) => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const message = serverMessage.parse(JSON.parse(String(data)));
      for (const listener of this.#listeners) listener(message);
    });
  }

  static async connect(origin: string): Promise<Playground> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/v1/session`, { origin });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    const playground = new Playground(socket);
    const welcomed = playground.#next((message) => message.type === 'welcome');
    playground.#send({ type: 'hello', version: protocolVersion });
    await welcomed;
    return playground;
  }

  /** Presses Run; resolves with all events once `done` has come. Rejects when the run is refused or the socket closes. */
  async run(request: Pick<RunRequest, 'files' | 'sql'>): Promise<TimedEvent[]> {
    const run = randomBytes(16).toString('base64url');
    const events: TimedEvent[] = [];
    const begun = performance.now();
    const finished = this.#next((message) => {
      if (message.type === 'refused' && message.run === run) throw new Error(`refused: ${message.message}`);
      if (message.type !== 'event' || message.run !== run) return false;
      events.push({ ms: performance.now() - begun, event: message.event });
      return message.event.type === 'done';
    });
    this.#send({ type: 'run', run, request });
    await finished;
    return events;
  }

  /** Opens the psql terminal; the milliseconds until the session's container is ready. */
  async containerReady(): Promise<number> {
    const begun = performance.now();
    const ready = this.#next((message) => message.type === 'session' && message.container === 'ready');
    this.#send({ type: 'terminal.open', columns: 80, rows: 24 });
    await ready;
    return performance.now() - begun;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.#send({ type: 'leave' });
    this.#socket.close();
    await closed;
  }

  #send(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  #next(isLast: (message: ServerMessage) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        this.#listeners.delete(listener);
        this.#socket.off('close', lost);
        settle();
      };
      const lost = (code: number) =>
        end(() => reject(new Error(`the server closed the socket with ${code}`)));
      const listener = (message: ServerMessage) => {
        try {
          if (isLast(message)) end(resolve);
        } catch (error) {
          end(() => reject(error));
        }
      };
      this.#listeners.add(listener);
      this.#socket.once('close', lost);
    });
  }
}

/** When the first row of a result came; throws with what was said instead where none did. */
export function firstRow(events: TimedEvent[]): number {
  const row = events.find(({ event }) => event.type === 'statement' && event.rows.length > 0);
  if (row) return row.ms;
  throw new Error(`no row came: ${JSON.stringify(events.slice(-3).map(({ event }) => event))}`);
}
