import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../core/clientAddress.ts';

/**
 * Cuts sockets of one peer beyond so many, whatever is or is not said on them: a server takes so many sockets in all, and
 * one that only lies there takes the place of a page. Behind a proxy every socket is the proxy's own, so it is not for use
 * there.
 */
export function limitSockets(server: Server, perPeer: number): void {
  const counts = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const peer = networkOf(socket.remoteAddress ?? '');
    const count = counts.get(peer) ?? 0;
    if (count >= perPeer) {
      socket.destroy();
      return;
    }
    counts.set(peer, count + 1);
    socket.once('close', () => {
      const left = (counts.get(peer) ?? 1) - 1;
      if (left > 0) counts.set(peer, left);
      else counts.delete(peer);
    });
  });
}
