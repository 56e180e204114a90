import { createHash } from 'node:crypto';
import type { RunRequest } from '../../protocol/project.ts';
import type { Log } from '../base/log.ts';
import type { Observer } from '../ports/observer.ts';
import type { RunStop } from './RunStop.ts';
import type { RunStream } from './RunStream.ts';
import type { RunOutcome } from './runOutcome.ts';

/** A run, as metrics and log know it. */
export interface NamedRun {
  /** The id by which a person can name it to the operator. */
  run: string;
  /** The session that it belongs to, if any. */
  session: string | null;
  request: RunRequest & { postgres: number };
  stream: RunStream;
  stop: RunStop;
  /** Nobody waits for it. There are as many of them as pauses in typing, so the log has them at `debug` only. */
  spare?: boolean | undefined;
}

/** Ends a run with its `done`, and tells metrics and log of it. `failure` is what kept it from being run to its end. */
export function endRun(
  { observer, log }: { observer: Observer; log: Log },
  { run, session, request, stream, stop, spare }: NamedRun,
  { outcome, message }: RunOutcome,
  failure: string | null = null,
): void {
  const ms = stream.done(outcome, message);
  observer.ran(ms, outcome);
  const fields = {
    run,
    ...(session !== null && { session: sessionTag(session) }),
    mode: request.mode,
    postgres: request.postgres,
    outcome,
    ms: Math.round(ms),
    ...stream.facts.fields,
    ...(stop.reason !== null && { stopped: stop.reason }),
    ...(failure !== null && { failure }),
  };
  log[spare ? 'debug' : 'info'](fields, 'run ended');
}

/** Whoever knows a session's id may have the session, so the log tells sessions apart by a part of its hash. */
function sessionTag(session: string): string {
  return createHash('sha256').update(session).digest('hex').slice(0, 12);
}
