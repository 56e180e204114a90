import { once } from 'node:events';
import { request as askHttp } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlayedServer, playedServer } from '../../../test/support/fakes/playedServer.ts';
import { exchange, openSocket, readAll, statusOf } from '../../../test/support/rawHttp.ts';

let played: PlayedServer;
let url = '';
beforeAll(async () => {
  played = await playedServer();
  url = played.server.url;
});
afterAll(() => played[Symbol.asyncDispose]());

const json = 'Content-Type: application/json';

describe('a body that is refused', () => {
  const large = Buffer.alloc(3 * 1024 * 1024, 'x');
  const head = (...headers: string[]) =>
    ['POST /api/v1/run HTTP/1.1', 'Host: localhost', json, ...headers, '', ''].join('\r\n');
  const behind = 'GET /api/v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n';

  it('is read on, so that who sends all of it first sees why', async () => {
    const announced = Buffer.concat([Buffer.from(head(`Content-Length: ${large.length}`)), large]);
    expect(statusOf(await exchange(url, announced))).toBe(413);
    const chunk = Buffer.concat([
      Buffer.from(`${large.length.toString(16)}\r\n`),
      large,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    expect(
      statusOf(await exchange(url, Buffer.concat([Buffer.from(head('Transfer-Encoding: chunked')), chunk]))),
    ).toBe(413);
    const wrong = head(`Content-Length: ${large.length}`).replace('application/json', 'text/plain');
    expect(statusOf(await exchange(url, Buffer.concat([Buffer.from(wrong), large])))).toBe(415);
    const nowhere = head(`Content-Length: ${large.length}`).replace('/api/v1/run', '/');
    expect(statusOf(await exchange(url, Buffer.concat([Buffer.from(nowhere), large])))).toBe(405);
  });

  it('has what is sent behind it left alone', async () => {
    const answer = await exchange(
      url,
      Buffer.concat([Buffer.from(head(`Content-Length: ${large.length}`)), large, Buffer.from(behind)]),
    );
    expect(answer.match(/^HTTP/gm)).toHaveLength(1);
  });

  it('is told to an ordinary client', async () => {
    for (const headers of [{ 'Content-Length': large.length }, { 'Transfer-Encoding': 'chunked' }]) {
      const request = askHttp(`${url}/api/v1/run`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
      });
      request.on('error', () => {});
      request.end(large);
      const [response] = await once(request, 'response');
      expect(response.statusCode).toBe(413);
      response.resume();
      await once(response, 'end');
    }
  });

  it('is refused before it is sent where the client asks first', async () => {
    const asking = (...headers: string[]) =>
      exchange(url, head('Expect: 100-continue', 'Connection: close', ...headers));
    const text = head('Expect: 100-continue', 'Content-Length: 2').replace('application/json', 'text/plain');
    const answers = await Promise.all([
      asking(`Content-Length: ${large.length}`),
      exchange(url, text),
      exchange(url, head('Expect: more', 'Content-Length: 2')),
    ]);
    expect(answers.map(statusOf)).toEqual([413, 415, 417]);
    const told = await openSocket(url);
    told.write(head('Expect: 100-continue', 'Connection: close', 'Content-Length: 2'));
    const [first] = await once(told, 'data');
    expect(String(first)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    told.write('{}');
    expect(statusOf(await readAll(told))).toBe(422);
  });
});
