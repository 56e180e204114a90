import type { Phase, RunEvent, RunEventOf } from '../../../protocol/events/events.ts';
import type { TerminalName } from '../../../protocol/messages/clientMessage.ts';
import type { ContainerState, EndCause, EndReason } from '../../../protocol/messages/serverMessage.ts';
import type { RunMode, RunRequest } from '../../../protocol/project.ts';
import type { Versions } from '../../../protocol/versions.ts';

/** The wire, as the page shows it. Times are those of `pageNow`. */
export type Connection =
  /** Before the first try, and after `stop`. */
  | { state: 'closed' }
  | { state: 'connecting' }
  | { state: 'open' }
  | { state: 'reconnecting'; nextTryAt: number }
  /** The browser says that there is no network; it tries again when there is. */
  | { state: 'offline' }
  /** The server is going away; another takes over soon. */
  | { state: 'draining'; nextTryAt: number }
  /** Another tab or window has this session now. Not retried, except by `retryNow`. */
  | { state: 'replaced' }
  /** The page is older than the server: only a reload helps. */
  | { state: 'tooOld' }
  /** The server understood nothing of what the page said: a bug. Only a reload helps. */
  | { state: 'broken' };

/** When a phase of a run began, in milliseconds after the run's start; it ended when the next one began. */
export interface PhaseTime {
  phase: Phase;
  atMs: number;
  /** The place in the queue, while the phase is `queued`. */
  position: number | null;
}

/** The SQL that pgrx made of an extension in `run`, and that of the build before it; null where there was none. */
export interface GeneratedSql {
  run: string;
  sql: string;
  before: string | null;
}

/** A statement under way that takes its time, and when it began, in milliseconds after the run's start. */
export interface RunningStatement {
  index: number;
  sql: string;
  offset: number;
  atMs: number;
}

/** One run with all that it has said so far. Each change makes a new record, and a new `events` array. */
export interface RunRecord {
  id: string;
  /** What was sent; null where this page was loaded after the run began and no longer knows it. */
  request: RunRequest | null;
  /** When Run was pressed, by `pageNow`. */
  startedAt: number;
  phases: PhaseTime[];
  events: RunEvent[];
  /** What the script is at, where that takes its time; null between statements. */
  running: RunningStatement | null;
  /** Whether events are missing, because the server keeps no more of them. */
  incomplete: boolean;
  done: RunEventOf<'done'> | null;
  /** Whether Cancel was pressed and the run has not ended yet. */
  cancelling: boolean;
}

/** Why a run was not taken, in words. Nothing was started. */
export interface Refusal {
  kind: 'offline' | 'busy' | 'rate' | 'invalid' | 'draining';
  message: string;
  /** When trying again makes sense, by `pageNow`; null where nobody knows. */
  retryAt: number | null;
}

/** A terminal: `none` before it was opened, `ended` when its program is gone and can be opened anew. */
export type TerminalState =
  | { state: 'none' }
  | { state: 'opening' }
  | { state: 'open' }
  | { state: 'ended'; message: string };

export interface SessionData {
  connection: Connection;
  /** `none` before the container is needed and after it was given up. */
  container: ContainerState;
  /** The place in the queue for a container, from 1; null where it does not wait. */
  position: number | null;
  /** When the container will end unless something is done; null where there is none. By `pageNow`. */
  idleEndsAt: number | null;
  ageEndsAt: number | null;
  /** How many wait on this server. */
  queue: number;
  /** The Postgres major of the container. */
  postgres: number | null;
  /** The pgrx of the container, where that is not the default. */
  pgrx: string | null;
  /** The server has said that the container will end soon. */
  ending: { reason: EndReason | EndCause; at: number } | null;
  /** Why the last container ended; null before that and as soon as there is another. */
  ended: EndReason | EndCause | null;
  versions: Versions | null;
  /** The session's name at the server, by which a run of it can be shared; null before there is one. */
  session: string | null;
  /** The run under way or, when none is, the last one. */
  current: RunRecord | null;
  previous: RunRecord | null;
  /** The last run before the current one that Postgres answered. */
  answered: RunRecord | null;
  /** The last run of each mode that has said anything, whether under way or done. Those in the background are not in it. */
  lastRuns: Partial<Record<RunMode, RunRecord>>;
  /** The last run in the background, whether under way or done. */
  background: RunRecord | null;
  /** The last check or lint that came to its end. */
  checked: RunRecord | null;
  /** The SQL of the last build that gave any; null before that. */
  generated: GeneratedSql | null;
  /** A run that was asked for while there was no connection: it starts as soon as there is one. */
  waiting: RunRequest | null;
  /** Why the last press of Run did nothing; null as soon as a run is taken. */
  refusal: Refusal | null;
  terminals: Record<TerminalName, TerminalState>;
}

export interface SessionActions {
  /** Starts a run, now or with the next connection, or says why not (which is kept in `refusal` as well). */
  run(request: RunRequest): Refusal | null;
  /** Starts a run in the background, in place of the last one; false where it can't be sent now. */
  runInBackground(request: RunRequest): boolean;
  /** Stops the run in the background, if one is under way. */
  cancelBackground(): void;
  /** Stops the run under way, with all its processes, or has one not started that waits for the connection. */
  cancel(): void;
  /** The person is there: the idle time starts anew. */
  keepAwake(): void;
  /** Gives the container up at once. The next run takes a new one. */
  endSession(): void;
  /** Connects now instead of at `nextTryAt`; takes a replaced session back. */
  retryNow(): void;
  /** Says why a run was not even asked for: its files break a rule. */
  refuse(message: string): void;
  dismissRefusal(): void;
}

export type SessionState = SessionData & SessionActions;
