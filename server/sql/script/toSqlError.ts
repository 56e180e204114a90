import type { DatabaseError } from 'pg';
import type { SqlError } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import { frameInProject, rustPlace } from '../extension/rustPlace.ts';
import type { RustSources } from '../extension/rustSources.ts';
import { shortBacktrace } from '../extension/shortBacktrace.ts';

/** What a statement is called in events: its number in the script (-1 for the run's own), its text and its place. */
export interface StatementName {
  index: number;
  sql: string;
  offset?: number;
}

/** An error with every field that Postgres sent, and the place in the project where Rust raised it. */
export function toSqlError(
  error: DatabaseError,
  statement: StatementName,
  sources: RustSources,
  ms: number,
): SqlError {
  const whole = clipText(error.detail ?? '', lookedAt);
  const place = rustPlace({ file: error.file, line: error.line, detail: whole }, sources);
  const { text: detail, others } = shortBacktrace(whole, (line) => frameInProject(line, sources) !== null);
  return {
    type: 'sqlError',
    index: statement.index,
    statement: statement.sql,
    ...(statement.offset !== undefined && { offset: statement.offset }),
    severity: clipText(error.severity ?? 'ERROR', 40),
    sqlstate: clipText(error.code ?? '', 10),
    message: clipText(error.message ?? '', limits.textLength),
    detail: text(detail),
    hint: text(isWithoutMagic(error) ? magicHint : error.hint),
    where: text(error.where),
    position: count(error.position),
    schema: name(error.schema),
    table: name(error.table),
    column: name(error.column),
    dataType: name(error.dataType),
    constraint: name(error.constraint),
    internalQuery: text(error.internalQuery),
    internalPosition: count(error.internalPosition),
    routine: name(error.routine),
    file: place?.file ?? null,
    line: place?.line ?? null,
    ...(others && { frames: clipText(others, framesKept) }),
    ms,
  };
}

/** Of a library without pgrx's magic block, Postgres says what to write in C (dfmgr.c). */
const isWithoutMagic = ({ message, hint }: DatabaseError) =>
  message.endsWith('missing magic block') && hint?.includes('PG_MODULE_MAGIC') === true;
const magicHint = 'Write ::pgrx::pg_module_magic!(name, version); at the top of src/lib.rs.';

/** A backtrace of pgrx in a debug build has some 20 KiB; code in Postgres can send megabytes. */
const lookedAt = 64 * 1024;

/** Of a debug build's 40 frames, the names; a script of hundreds of statements that panic must not run out of room for them. */
const framesKept = 4 * 1024;

const text = (value: string | undefined) => (value ? clipText(value, limits.textLength) : null);
const name = (value: string | undefined) => (value ? clipText(value, 200) : null);
const count = (value: string | undefined) => (/^[1-9]\d{0,8}$/.test(value ?? '') ? Number(value) : null);
