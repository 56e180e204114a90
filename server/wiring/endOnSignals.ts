import { contain } from '../base/contain.ts';
import type { Log } from '../base/log.ts';

type Closer = () => Promise<void>;

export interface Ending {
  /** Registers what is to be closed at the end; what was added last is closed first. */
  add: (closer: Closer) => void;
  /** Closes everything, then ends the process. A second call waits for the first. */
  end: (code: number) => Promise<void>;
  /** People are served from now on: an error that nobody caught ends nothing any more. */
  serve: () => void;
}

/** Longer than any drain: what has not ended by then never will. In milliseconds. */
const patienceMs = 330_000;

/**
 * Ends the process in order on SIGTERM, SIGINT, SIGHUP, when the parent that started it is gone, and after an error that
 * nobody caught while it starts. A second SIGINT or SIGTERM ends it at once.
 *
 * Once people are served, an error that nobody caught is logged with its stack, counted as `process` in /metrics, and
 * ends nothing. It is a bug, and something of whoever met it may be left half done; but to end would do to everybody what
 * the bug does to one, and would let whoever finds one such input end the server again and again. What people have is apart
 * from each other, container by container and session by session, so there is little that it could leave wrong for others.
 * The operator sees the counter, and restarts when it suits.
 */
export function endOnSignals(log: Log): Ending {
  const closers: Closer[] = [];
  let ending: Promise<void> | null = null;

  const close = async (code: number): Promise<void> => {
    setTimeout(() => process.exit(1), patienceMs).unref();
    let exitCode = code;
    for (const closer of closers.toReversed()) {
      try {
        await closer();
      } catch (error) {
        log.error({ error: String(error) }, 'closing a resource failed');
        exitCode ||= 1;
      }
    }
    process.exit(exitCode);
  };
  const end = (code: number): Promise<void> => {
    ending ??= close(code);
    return ending;
  };
  const stop = (signal: NodeJS.Signals, code: number) => {
    if (ending) process.exit(code);
    log.info({ signal }, 'ending');
    void end(0);
  };

  process.on('SIGINT', (signal) => stop(signal, 130));
  process.on('SIGTERM', (signal) => stop(signal, 143));
  process.once('SIGHUP', () => void end(0));
  if (process.connected) process.once('disconnect', () => void end(0));
  let isServing = false;
  const failed = (error: unknown) => {
    if (isServing && !ending) return contain('process', error);
    log.error({ error: String(error), stack: error instanceof Error && error.stack }, 'uncaught error');
    void end(1);
  };
  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
  const serve = () => {
    isServing = true;
  };
  return { add: (closer) => closers.push(closer), end, serve };
}
