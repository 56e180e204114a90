import type { ServerMessage } from '../../protocol/messages/serverMessage.ts';

/**
 * What ended while no page was there to hear it: the container, terminals, connections. Each is told once to the page that
 * comes back, which would take them for open for ever. There are no more of them than a session can have.
 */
export class Unheard {
  readonly #ends = new Map<string, ServerMessage>();

  note(message: ServerMessage): void {
    if (message.type === 'ended') this.#ends.set('container', message);
    if (message.type === 'terminal.closed') this.#ends.set(`terminal ${message.terminal}`, message);
    if (message.type === 'connection.state' && message.status === 'closed')
      this.#ends.set(`connection ${message.connection}`, message);
  }

  take(): ServerMessage[] {
    const ends = [...this.#ends.values()];
    this.#ends.clear();
    return ends;
  }
}
