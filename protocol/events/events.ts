import { z } from 'zod';
import { limits } from '../limits.ts';
import { benchPlanEvent, benchResultEvent, twinPlanEvent, twinPointEvent } from './benchEvents.ts';
import {
  diagnosticEvent,
  type diagnosticLabel,
  type diagnosticNote,
  type suggestion,
} from './diagnosticEvent.ts';
import { lessonCheckEvent } from './lessonCheckEvent.ts';
import { regressResultEvent, testOutputEvent, testPlanEvent, testResultEvent } from './testEvents.ts';

const text = z.string().max(limits.textLength);

/** Where a run is. `position` counts from 1 and is there while `phase` is `queued`. */
export const phaseEvent = z.object({
  type: z.literal('phase'),
  phase: z.enum(['queued', 'starting', 'building', 'installing', 'running']),
  position: z.int().positive().optional(),
});

/** Output as it came: cargo's with its ANSI colours, the Postgres server's log, or ours. */
export const logEvent = z.object({
  type: z.literal('log'),
  stream: z.enum(['stdout', 'stderr', 'postgres']),
  text,
});

/** Dependencies are being compiled, and why; `done` and `total` count cargo's steps, where it has told them. */
export const compilingEvent = z.object({
  type: z.literal('compiling'),
  why: text,
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
});

export const buildEvent = z.object({
  type: z.literal('build'),
  ok: z.boolean(),
  ms: z.number().nonnegative(),
});

/** What became of the extension in the database, and why. `sql` is what CREATE EXTENSION runs. */
export const extensionEvent = z.object({
  type: z.literal('extension'),
  action: z.enum(['created', 'recreated', 'updated', 'reconnected', 'restarted']),
  name: z.string().max(200),
  version: z.string().max(200),
  sql: z.string().max(limits.generatedSqlLength),
  reason: text.optional(),
});

/** The generated SQL where CREATE EXTENSION failed with it, and so no `extension` tells it. */
export const generatedEvent = z.object({
  type: z.literal('generated'),
  sql: z.string().max(limits.generatedSqlLength),
});

const cell = z
  .string()
  .max(limits.valueLength + 1)
  .nullable();

/** One statement's result. `truncated` says that rows, columns or values were left out; `rowCount` counts them all. */
export const statementEvent = z.object({
  type: z.literal('statement'),
  index: z.int().nonnegative(),
  sql: z.string().max(limits.sqlBytes),
  /** Where the statement starts in the script, in UTF-16 code units from 0. */
  offset: z.int().nonnegative().optional(),
  command: z.string().max(200).nullable(),
  rowCount: z.number().int().nonnegative().nullable(),
  columns: z
    .array(z.object({ name: z.string().max(1000), type: z.string().max(200) }))
    .max(limits.resultColumns),
  rows: z.array(z.array(cell)).max(limits.resultRows),
  truncated: z.boolean(),
  ms: z.number().nonnegative(),
  text: z.string().max(limits.resultBytes).optional(),
});

export const noticeEvent = z.object({
  type: z.literal('notice'),
  severity: z.string().max(40),
  message: text,
  detail: text.nullable(),
  hint: text.nullable(),
  where: text.nullable(),
  /** Whether what it tells of takes effect only when Postgres restarts. */
  needsRestart: z.boolean().optional(),
});

/** What arrived for a LISTEN. */
export const notificationEvent = z.object({
  type: z.literal('notification'),
  channel: z.string().max(200),
  payload: text,
  /** The backend that sent it. */
  pid: z.int(),
});

/** An ERROR as Postgres sent it. `position` counts characters of `statement` from 1. `file` and `line` are Rust's. */
export const sqlErrorEvent = z.object({
  type: z.literal('sqlError'),
  /** The statement that failed; -1 for CREATE EXTENSION and what else the run itself says to Postgres. */
  index: z.int().min(-1),
  statement: z.string().max(limits.sqlBytes),
  offset: z.int().nonnegative().optional(),
  severity: z.string().max(40),
  sqlstate: z.string().max(10),
  message: text,
  detail: text.nullable(),
  hint: text.nullable(),
  where: text.nullable(),
  position: z.int().positive().nullable(),
  schema: z.string().max(200).nullable().optional(),
  table: z.string().max(200).nullable().optional(),
  column: z.string().max(200).nullable().optional(),
  dataType: z.string().max(200).nullable().optional(),
  constraint: z.string().max(200).nullable().optional(),
  internalQuery: text.nullable().optional(),
  internalPosition: z.int().positive().nullable().optional(),
  routine: z.string().max(200).nullable().optional(),
  file: z.string().max(512).nullable(),
  line: z.int().positive().nullable(),
  /** The frames of the Rust backtrace that `detail` leaves out, a line each. */
  frames: text.optional(),
  ms: z.number().nonnegative().optional(),
});

/** A statement of the script that is still under way when it has taken `ms`. */
export const runningEvent = z.object({
  type: z.literal('running'),
  index: z.int().nonnegative(),
  statement: text,
  offset: z.int().nonnegative(),
  ms: z.number().nonnegative(),
});

/** The statement that was under way when something ended it; absent where it was none of the script's. */
const endedStatement = {
  index: z.int().min(-1).optional(),
  statement: z.string().max(limits.sqlBytes).optional(),
  offset: z.int().nonnegative().optional(),
};

/** A backend died. `signal` is a name such as SIGSEGV, or null where it exited by itself or nobody knows. */
export const crashEvent = z.object({
  type: z.literal('crash'),
  signal: z.string().max(20).nullable(),
  message: text,
  ...endedStatement,
});

export const limitEvent = z.object({
  type: z.literal('limit'),
  what: z.enum(['time', 'memory', 'processes', 'output', 'disk']),
  message: text,
  ...endedStatement,
});

/** A file as rustfmt would have it, where that differs. */
export const formattedEvent = z.object({
  type: z.literal('formatted'),
  file: z.string().max(512),
  text: z.string().max(limits.projectBytes),
});

export const outcome = z.enum([
  'ok',
  'buildFailed',
  'sqlFailed',
  'checksFailed',
  'crashed',
  'limited',
  'cancelled',
  'unavailable',
]);

export const doneEvent = z.object({
  type: z.literal('done'),
  outcome,
  ms: z.number().nonnegative(),
  /** What happened and what to do, where the events before do not say it. */
  message: text.optional(),
});

/** One step of a run, as it happens. Exactly one `done`, last. */
export const runEvent = z.discriminatedUnion('type', [
  phaseEvent,
  logEvent,
  diagnosticEvent,
  compilingEvent,
  buildEvent,
  extensionEvent,
  generatedEvent,
  runningEvent,
  statementEvent,
  noticeEvent,
  notificationEvent,
  sqlErrorEvent,
  crashEvent,
  limitEvent,
  lessonCheckEvent,
  testPlanEvent,
  testResultEvent,
  testOutputEvent,
  regressResultEvent,
  benchPlanEvent,
  benchResultEvent,
  twinPlanEvent,
  twinPointEvent,
  formattedEvent,
  doneEvent,
]);

export type RunEvent = z.infer<typeof runEvent>;
export type RunEventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;
export type Diagnostic = z.infer<typeof diagnosticEvent>;
export type DiagnosticLabel = z.infer<typeof diagnosticLabel>;
export type DiagnosticNote = z.infer<typeof diagnosticNote>;
export type Suggestion = z.infer<typeof suggestion>;
export type StatementResult = z.infer<typeof statementEvent>;
export type SqlError = z.infer<typeof sqlErrorEvent>;
export type Outcome = z.infer<typeof outcome>;
export type Phase = z.infer<typeof phaseEvent>['phase'];
