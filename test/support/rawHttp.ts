import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A plain connection to a server, for what no HTTP client would send. Failures of it are the business of whoever waits. */
export async function openSocket(url: string, options: { allowHalfOpen?: boolean } = {}): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, ...options });
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** All that is answered until the server closes. */
export async function readAll(socket: Socket): Promise<string> {
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  // Not `once`, which rejects where the server resets.
  if (!socket.closed) await new Promise((closed) => socket.once('close', closed));
  return answer;
}

/** Sends all of a text before it reads anything, as simple clients do, and reads until the server closes. */
export async function exchange(url: string, text: string | Buffer): Promise<string> {
  const socket = await openSocket(url);
  await new Promise((sent) => socket.write(text, 'latin1', sent));
  return readAll(socket);
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
