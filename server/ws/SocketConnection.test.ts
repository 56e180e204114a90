import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from '../../protocol/version.ts';
import { SocketConnection } from './SocketConnection.ts';

let server: WebSocketServer;
let client: WebSocket;
let connection: SocketConnection;
const output = { type: 'terminal.output', terminal: 'psql', offset: 0, data: 'x'.repeat(64 * 1024) } as const;

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [socket] = await once(server, 'connection');
  connection = new SocketConnection(socket, '192.0.2.1');
  await once(client, 'open');
});

afterEach(async () => {
  client.terminate();
  for (const socket of server.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

describe('SocketConnection', () => {
  it('[C4] closes a page that lets too much wait', async () => {
    client.pause();
    let sent = 0;
    while (connection.isOpen && sent < 1_000) {
      connection.send(output);
      sent += 1;
      if (sent % 10 === 0) await nextTurn();
    }
    expect(connection.isOpen).toBe(false);
    client.resume();
    const [code] = await once(client, 'close');
    expect(code).toBe(closeCodes.tooSlow);
  });

  it('[T4] is drained when the page has read', async () => {
    await connection.drained();
    client.pause();
    for (let n = 0; n < 100; n += 1) connection.send(output);
    let drained = false;
    const waiting = connection.drained().then(() => {
      drained = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(drained).toBe(false);
    client.resume();
    await waiting;
  });

  it('is drained when the socket closes', async () => {
    client.pause();
    for (let n = 0; n < 100; n += 1) connection.send(output);
    const waiting = connection.drained();
    client.terminate();
    await waiting;
    connection.send(output);
    await connection.drained();
  });
});
