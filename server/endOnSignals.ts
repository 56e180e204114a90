import type { Log } from './base/log.ts';

type Closer = () => Promise<void>;

export interface Ending {
  /** Registers what is to be closed at the end; what was added last is closed first. */
  add: (closer: Closer) => void;
  /** Closes everything, then ends the process. A second call waits for the first. */
  end: (code: number) => Promise<void>;
}

/** Longer than any drain: what has not ended by then never will. In milliseconds. */
const patienceMs = 330_000;

/**
 * Ends the process in order on SIGTERM, SIGINT, SIGHUP, when the parent that started it is gone, and after an error that
 * nobody caught. A second SIGINT or SIGTERM ends it at once.
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
  const failed = (error: unknown) => {
    log.error({ error: String(error), stack: error instanceof Error && error.stack }, 'uncaught error');
    void end(1);
  };
  process.on('uncaughtException', failed);
  process.on('unhandledRejection', failed);
  return { add: (closer) => closers.push(closer), end };
}
