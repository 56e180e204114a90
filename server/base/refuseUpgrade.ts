import type { Duplex } from 'node:stream';
import { endSocket } from './endSocket.ts';
import { problemText } from './problemText.ts';

/** Answers an upgrade with a problem in place of a WebSocket, and lets go of the socket within a second. */
export function refuseUpgrade(socket: Duplex, status: number, detail: string, retryAfter?: number): void {
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  endSocket(socket, problemText(status, detail, headers));
}
