import { pageNow } from '../../browser/pageNow.ts';
import type { SocketWorld } from './socketLike.ts';

/** The browser's own WebSocket, clock and chance. */
export const browserWorld: SocketWorld = {
  openSocket(url, listener) {
    const socket = new WebSocket(url);
    const silence = new AbortController();
    const { signal } = silence;
    socket.addEventListener('open', () => listener.onOpen(), { signal });
    socket.addEventListener('message', ({ data }) => listener.onText(String(data)), { signal });
    socket.addEventListener('close', ({ code }) => listener.onClose(code), { signal });
    return {
      send: (text) => socket.send(text),
      close() {
        silence.abort();
        socket.close();
      },
    };
  },
  isOnline: () => navigator.onLine,
  now: pageNow,
  random: () => Math.random(),
};
