import type { WebSocket } from 'ws';
import type { ClientMessageOf } from '../../protocol/clientMessage.ts';
import { limits } from '../../protocol/limits.ts';
import { closeCodes, protocolVersion } from '../../protocol/version.ts';
import type { Clock } from '../base/clock.ts';
import type { Session } from '../sessions/Session.ts';
import type { Sessions } from '../sessions/Sessions.ts';
import { readFrame } from './readFrame.ts';
import { SocketConnection } from './SocketConnection.ts';
import { TokenBucket } from './TokenBucket.ts';
import { watchSilence } from './watchSilence.ts';

/** Key presses of a fast typist with key repeat are 30 a second; more than this comes from a program. */
const messagesPerSecond = 100;
const messagesAtOnce = 400;
/** Every byte is parsed and checked, by one thread for all. A run is some kilobytes as a rule; a megabyte at the most. */
const bytesPerSecond = limits.clientFrameBytes / 2;
const bytesAtOnce = 4 * limits.clientFrameBytes;

export interface SocketParts {
  sessions: Sessions;
  clock: Clock;
  heartbeatMs: number;
}

/** Speaks the protocol with one page until its socket closes. */
export function serveSocket(socket: WebSocket, address: string, parts: SocketParts): void {
  const connection = new SocketConnection(socket, address);
  const messages = new TokenBucket(messagesAtOnce, messagesPerSecond, parts.clock.now);
  const bytes = new TokenBucket(bytesAtOnce, bytesPerSecond, parts.clock.now);
  let session: Session | null = null;
  const silence = watchSilence(parts.clock, parts.heartbeatMs, {
    isGreeted: () => session !== null,
    ask: () => socket.ping(),
    giveUp: () => connection.close(closeCodes.timeout, 'No message received from this page in time.'),
  });

  const greet = (hello: ClientMessageOf<'hello'>) => {
    if (hello.version !== protocolVersion)
      connection.close(closeCodes.badVersion, `This server uses protocol version ${protocolVersion}.`);
    else session = parts.sessions.connect(connection, hello);
  };

  const bad = (reason: string) => connection.close(closeCodes.badMessage, reason);

  socket.on('message', (data, isBinary) => {
    if (!connection.isOpen) return;
    silence.heard();
    const text = String(data);
    if (!messages.take() || !bytes.take(text.length))
      return connection.close(closeCodes.tooMany, 'Too many messages in too short a time.');
    const frame = isBinary ? { kind: 'bad' as const } : readFrame(text);
    if (frame.kind === 'bad') bad('A message doesn’t match the protocol.');
    else if (!session && (frame.kind !== 'message' || frame.message.type !== 'hello'))
      bad('The first message must be hello.');
    else if (frame.kind === 'invalidRun')
      connection.send({ type: 'refused', run: frame.run, kind: 'invalid', message: frame.message });
    else if (frame.message.type === 'hello') session ? bad('Unexpected second hello.') : greet(frame.message);
    else session?.handle(frame.message);
  });
  socket.on('ping', silence.heard);
  socket.on('pong', silence.heard);
  // A frame that is too large or broken: ws closes the socket itself, with a code of its own.
  socket.on('error', () => {});
  socket.once('close', () => {
    silence.stop();
    session?.detach(connection);
  });
}
