import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientMessageInput } from '../../protocol/messages/clientMessage.ts';
import {
  type ServerMessage,
  type ServerMessageOf,
  serverMessage,
} from '../../protocol/messages/serverMessage.ts';
import { protocolVersion } from '../../protocol/version.ts';

/** A page's end of a real WebSocket, without the page. Checks that all it hears is of the protocol. */
export class SocketPage implements AsyncDisposable {
  readonly socket: WebSocket;
  readonly messages: ServerMessage[] = [];
  /** Resolves with the close code. */
  readonly closed: Promise<number>;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = once(socket, 'close').then(([code]) => Number(code));
    socket.on('error', () => {});
    socket.on('message', (data) => {
      this.messages.push(serverMessage.parse(JSON.parse(String(data))));
    });
  }

  /** Opens a socket as a page from `origin` does, from an address of this machine; says nothing yet. */
  static async open(url: string, origin = url, localAddress = '127.0.0.1'): Promise<SocketPage> {
    const options = { origin, localAddress };
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/session`, options);
    const page = new SocketPage(socket);
    await once(socket, 'open');
    return page;
  }

  /** Opens a socket, says hello, and waits for the welcome. */
  static async connect(
    url: string,
    hello: Partial<ClientMessageInput> = {},
    localAddress = '127.0.0.1',
  ): Promise<SocketPage> {
    const page = await SocketPage.open(url, url, localAddress);
    page.send({
      type: 'hello',
      version: protocolVersion,
      after: 0,
      terminalAfter: 0,
      ...hello,
    } as ClientMessageInput);
    await page.until('welcome');
    return page;
  }

  send(message: ClientMessageInput): void {
    this.socket.send(JSON.stringify(message));
  }

  of<T extends ServerMessage['type']>(type: T): ServerMessageOf<T>[] {
    return this.messages.filter((message) => message.type === type) as ServerMessageOf<T>[];
  }

  /** Waits for a message of this type, where given one of which `is` holds. Rejects when the socket closes before. */
  async until<T extends ServerMessage['type']>(
    type: T,
    is: (message: ServerMessageOf<T>) => boolean = () => true,
  ): Promise<ServerMessageOf<T>> {
    const lost = this.closed.then((code): never => {
      throw new Error(`the socket closed with ${code} before ${type}`);
    });
    lost.catch(() => {});
    for (;;) {
      const found = this.of(type).find(is);
      if (found) return found;
      await Promise.race([once(this.socket, 'message'), lost]);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }
}
