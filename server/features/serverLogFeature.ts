import { serverLogPiece } from '../../protocol/messages/serverLogMessages.ts';
import type { Clock } from '../base/clock.ts';
import { eachChunk } from '../base/eachChunk.ts';
import type { Exec } from '../ports/sandboxPort.ts';
import type { FeatureHost, OpenFeature } from './feature.ts';
import { Newest } from './Newest.ts';

/** What was logged before the page looked; by name, since the log begins anew when it is full or Postgres starts. */
const argv = ['tail', '-c', String(256 * 1024), '-s', '0.2', '-F', '/tmp/server.log'];

/** Code in Postgres can log without end; at most a piece in this time is sent, which is 320 KiB in a second. */
const pieceMs = 100;

/** Shows the page what the session's Postgres logs, as long as it looks. */
export function serverLogFeature(clock: Clock): OpenFeature {
  return (host) => {
    const following = new Newest('feature');
    const stop = () => following.stop();
    const ended = (problem: string | null) => host.send({ type: 'serverLog.ended', problem });

    return {
      handles: {
        'serverLog.follow': () =>
          following.start(
            (signal) => follow(host, clock, signal),
            () => ended('Internal server error.'),
          ),
        'serverLog.leave': stop,
      },
      // The page that was there before may be another one; this one asks when it wants to look.
      attached: stop,
      containerGone() {
        if (following.isWanted) ended(null);
        stop();
      },
      close: stop,
    };
  };
}

async function follow(host: FeatureHost, clock: Clock, signal: AbortSignal): Promise<void> {
  const { held } = host;
  if (!held) return host.send({ type: 'serverLog.ended', problem: null });
  const started = await host.port.exec(held.sandbox, argv, { cwd: '/', signal });
  if (signal.aborted) return;
  if (!started.ok) {
    const problem = `The log can't be read: ${started.error.message}`.slice(0, 2000);
    return host.send({ type: 'serverLog.ended', problem });
  }
  const { stdin, stdout, stderr, exit } = started.value;
  stdin.on('error', () => {});
  stdin.end();
  // It says when the log begins anew.
  stderr.resume();
  await send(host, clock, stdout, signal);
  await exit;
  if (!signal.aborted) host.send({ type: 'serverLog.ended', problem: 'Log stream stopped.' });
}

async function send(
  host: FeatureHost,
  clock: Clock,
  stdout: Exec['stdout'],
  signal: AbortSignal,
): Promise<void> {
  const decoder = new TextDecoder();
  let fresh = true;
  await eachChunk(stdout, async (chunk) => {
    const text = decoder.decode(chunk, { stream: true });
    for (let at = 0; at < text.length; at += serverLogPiece) {
      if (signal.aborted) return 'stop';
      host.send({ type: 'serverLog.text', text: text.slice(at, at + serverLogPiece), fresh });
      fresh = false;
      await host.drained();
      await pause(clock, signal);
    }
  });
}

function pause(clock: Clock, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const callOff = clock.after(pieceMs, resolve);
  const leave = () => {
    callOff();
    resolve();
  };
  signal.addEventListener('abort', leave, { once: true });
  return promise.finally(() => signal.removeEventListener('abort', leave));
}
