/** What comes from a socket. */
export interface SocketListener {
  onOpen(): void;
  onText(text: string): void;
  onClose(code: number): void;
}

/** An open, or opening, socket. After `close` its listener hears nothing more. */
export interface SocketLike {
  send(text: string): void;
  close(): void;
}

/** All that a connection takes from its surroundings, so that a test can stand in for them. */
export interface SocketWorld {
  openSocket(url: string, listener: SocketListener): SocketLike;
  isOnline(): boolean;
  now(): number;
  random(): number;
}
