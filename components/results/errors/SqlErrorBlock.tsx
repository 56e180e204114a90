import { X } from 'lucide-react';
import type { SqlError } from '../../../protocol/events/events.ts';
import { LocationButton } from '../../ui/LocationButton.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { utf16Offset } from '../../ui/text/utf16Offset.ts';
import type { ResultActions } from '../resultActions.ts';
import { ErrorField } from './ErrorField.tsx';
import { Excerpt } from './Excerpt.tsx';

/** SQLSTATEs that say that something of this name is there: duplicate_table, _object, _function, _schema. */
const duplicates = new Set(['42P07', '42710', '42723', '42P06']);

/** Whether a statement failed because of something that an earlier run can have left in the database. */
function meetsEarlierRun({ index, sqlstate, message }: SqlError): boolean {
  return index >= 0 && duplicates.has(sqlstate) && message.endsWith('already exists');
}

/** An error with all that Postgres said of it, and the ways to where it happened. */
export function SqlErrorBlock({ error, actions }: { error: SqlError; actions: ResultActions }) {
  const { statement, position, offset, file, line } = error;
  const place = offset !== undefined && position ? offset + utf16Offset(statement, position) : undefined;
  const object = [error.schema, error.table, error.column].filter(Boolean).join('.');
  return (
    <div className="space-y-1 border-bad border-l-2 pl-3">
      <p className="flex gap-2">
        <X aria-hidden size={15} className="mt-0.5 shrink-0 text-bad" />
        <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">
          <span className="font-medium text-bad">{error.severity}</span>{' '}
          <span className="font-mono text-faint text-small">{error.sqlstate}</span> {error.message}
        </span>
      </p>
      {position && (
        <Excerpt
          statement={statement}
          position={position}
          onReveal={place === undefined ? undefined : () => actions.onRevealSql(place)}
        />
      )}
      {error.internalQuery && (
        <div>
          <span className="font-mono text-faint text-small">QUERY</span>
          <Excerpt statement={error.internalQuery} position={error.internalPosition ?? 1} />
        </div>
      )}
      <ErrorField name="DETAIL" text={error.detail} frames={error.frames} />
      <ErrorField name="HINT" text={error.hint} />
      <ErrorField name="CONTEXT" text={error.where} />
      <ErrorField name="OBJECT" text={object} />
      <ErrorField name="TYPE" text={error.dataType} />
      <ErrorField name="CONSTRAINT" text={error.constraint} />
      {actions.onResetAndRun && meetsEarlierRun(error) && (
        <p className="text-muted">
          The database is kept between runs: what an earlier run created is still there.{' '}
          <TextButton onClick={actions.onResetAndRun}>Reset the database and run again</TextButton>
          {actions.onUseFreshDatabase && (
            <>
              {' · '}
              <TextButton onClick={actions.onUseFreshDatabase}>Use a fresh database for each run</TextButton>
            </>
          )}
        </p>
      )}
      {file && line !== null && (
        <p className="flex flex-wrap items-center gap-x-2 text-muted">
          at <LocationButton file={file} line={line} onReveal={actions.onReveal} />
        </p>
      )}
    </div>
  );
}
