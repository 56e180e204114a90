import type { SqlError } from '../../../protocol/events/events.ts';

/** SQLSTATEs that say that something of this name is there: duplicate_table, _object, _function, _schema. */
const duplicates = new Set(['42P07', '42710', '42723', '42P06']);

/** Whether a statement failed because of something that an earlier run can have left in the database. */
export function meetsEarlierRun({ index, sqlstate, message }: SqlError): boolean {
  return index >= 0 && duplicates.has(sqlstate) && message.endsWith('already exists');
}
