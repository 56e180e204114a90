import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A TCP connection to the server, for what no HTTP client would say. Its errors are expected. */
export async function rawConnection(url: string, localAddress = '127.0.0.1'): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), localAddress });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** Says something, and resolves with all that is answered until the server closes, or for so long. */
export async function answerTo(url: string, said: string | Buffer, ms = 3000): Promise<string> {
  const socket = await rawConnection(url);
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
  });
  socket.write(said);
  await Promise.race([once(socket, 'close').catch(() => {}), sleep(ms)]);
  socket.destroy();
  return heard;
}

/** The status of the first answer in what was heard; 0 where there is none. */
export function statusIn(heard: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
}

/** Says something, goes on after a moment, and resets the connection rather than to close it. */
export async function resetAfter(url: string, said: string | Buffer, ms: number): Promise<void> {
  const socket = await rawConnection(url);
  if (said.length > 0) socket.write(said);
  if (ms > 0) await sleep(ms);
  socket.resetAndDestroy();
}
