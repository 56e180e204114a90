import pino from 'pino';
import type { Log } from '../base/log.ts';

/** Structured logs as JSON lines on stderr: stdout is for what a person at the terminal is told. */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
