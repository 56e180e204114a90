import type { RawData, WebSocket } from 'ws';
import { limits } from '../../protocol/limits.ts';
import type { ClientMessageOf } from '../../protocol/messages/clientMessage.ts';
import { closeCodes, protocolVersion } from '../../protocol/version.ts';
import type { Clock } from '../base/clock.ts';
import { guard } from '../base/contain.ts';
import type { Session } from '../sessions/Session.ts';
import type { Sessions } from '../sessions/Sessions.ts';
import type { Budgets } from './Budgets.ts';
import type { FrameTurns } from './FrameTurns.ts';
import { hearSession } from './hearSession.ts';
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
/** What greeting costs, as in `messageCosts`: all that the page has missed is sent again. */
const helloCost = 20;

export interface SocketDeps {
  sessions: Sessions;
  clock: Clock;
  heartbeatMs: number;
  budgets: Budgets;
  turns: FrameTurns;
}

/** Speaks the protocol with one page until its socket closes. */
export function serveSocket(socket: WebSocket, address: string, deps: SocketDeps): void {
  const { clock, budgets, turns } = deps;
  const connection = new SocketConnection(socket, address);
  const messages = new TokenBucket(messagesAtOnce, messagesPerSecond, clock.now);
  const bytes = new TokenBucket(bytesAtOnce, bytesPerSecond, clock.now);
  const shared = budgets.ofAddress(address);
  const hear = hearSession(connection, shared.cost, deps);
  let session: Session | null = null;
  let callOffResume = () => {};
  const silence = watchSilence(clock, deps.heartbeatMs, {
    isGreeted: () => session !== null,
    ask: () => socket.ping(),
    giveUp: () => connection.close(closeCodes.timeout, 'No message received from this page in time.'),
  });

  const bad = (reason: string) => connection.close(closeCodes.badMessage, reason);
  const tooMany = () =>
    connection.close(closeCodes.tooMany, 'Too many messages in a short time. Wait a few seconds.');

  const greet = (hello: ClientMessageOf<'hello'>) => {
    if (hello.version !== protocolVersion)
      connection.close(closeCodes.badVersion, `This server uses protocol version ${protocolVersion}.`);
    else if (!shared.cost.take(helloCost)) tooMany();
    else session = deps.sessions.connect(connection, hello);
  };

  const take = (data: RawData, isBinary: boolean) => {
    if (connection.wasClosed) return;
    const frame = isBinary ? { kind: 'bad' as const } : readFrame(String(data));
    if (frame.kind === 'bad') bad('A message doesn’t match the protocol.');
    else if (!session && (frame.kind !== 'message' || frame.message.type !== 'hello'))
      bad('The first message must be hello.');
    else if (frame.kind === 'invalidRun')
      connection.send({ type: 'refused', run: frame.run, kind: 'invalid', message: frame.message });
    else if (frame.message.type === 'hello') session ? bad('Unexpected second hello.') : greet(frame.message);
    else if (session) hear(session, frame.message);
  };

  /** The address has sent more than its share: it is read again when none is owed any more. */
  const pause = (ms: number) => {
    callOffResume();
    socket.pause();
    callOffResume = clock.after(ms, () => socket.resume());
  };

  // The session lives on: what it runs, and its container, are what a person would miss.
  const failed = () => connection.close(closeCodes.serverError, 'Internal server error. Connect again.');

  socket.on('message', (data, isBinary) => {
    if (!connection.isOpen) return;
    silence.heard();
    const size = sizeOf(data);
    if (!messages.take() || !bytes.take(size)) return tooMany();
    const owedMs = shared.bytes.owe(size);
    if (owedMs > 0) pause(owedMs);
    turns.take(address, () => guard('frame', () => take(data, isBinary), failed));
  });
  socket.on('ping', silence.heard);
  socket.on('pong', silence.heard);
  // A frame that is too large or broken: ws closes the socket itself, with a code of its own.
  socket.on('error', () => {});
  socket.once('close', () => {
    silence.stop();
    callOffResume();
    // After what was said before, such as that the page is left for good.
    turns.take(address, () => session?.detach(connection));
  });
}

function sizeOf(data: RawData): number {
  if (!Array.isArray(data)) return data.byteLength;
  return data.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
