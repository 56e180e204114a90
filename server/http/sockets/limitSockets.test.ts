import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { limitSockets } from './limitSockets.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function limited(perPeer: number): Promise<number> {
  const server = createServer((_request, response) => response.end('here'));
  limitSockets(server, perPeer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  closers.push(() => socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

async function status(port: number, localAddress: string): Promise<number | undefined> {
  const asked = request({ host: '127.0.0.1', port, localAddress, agent: false }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}

it('cuts silent sockets of one peer beyond its number, and answers another meanwhile', async () => {
  const port = await limited(2);
  const [first] = [await open(port), await open(port)];
  const third = await open(port);
  await once(third, 'close');
  expect(await status(port, '127.0.0.2')).toBe(200);
  await expect(status(port, '127.0.0.1')).rejects.toThrow();
  first?.destroy();
  await expect.poll(() => status(port, '127.0.0.1').catch(() => 0)).toBe(200);
});
