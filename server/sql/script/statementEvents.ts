import type { StatementResult } from '../../../protocol/events/events.ts';
import type { PgConnection } from '../wire/PgConnection.ts';
import type { QueryEnd } from '../wire/StatementQuery.ts';
import type { TypeNames } from './TypeNames.ts';
import type { StatementName } from './toSqlError.ts';

/** The results of one message as events, in their order. An empty statement has none. */
export async function statementEvents(
  { results, ms }: QueryEnd & { ms: number },
  { index, sql, offset }: StatementName,
  connection: PgConnection,
  types: TypeNames,
): Promise<StatementResult[]> {
  const events: StatementResult[] = [];
  for (const { columns, ...result } of results) {
    if (result.command === null) continue;
    const names = await types.of(
      connection,
      columns.map(({ typeOid }) => typeOid),
    );
    events.push({
      type: 'statement',
      index,
      sql,
      ...(offset !== undefined && { offset }),
      ...result,
      columns: columns.map(({ name }, at) => ({ name, type: names[at] ?? '' })),
      ms,
    });
  }
  return events;
}
