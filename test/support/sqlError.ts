import type { SqlError } from '../../protocol/events/events.ts';

/** What Postgres says of an unknown column, or something else by the fields that are given. */
export const sqlError = (fields: Partial<Omit<SqlError, 'type'>> = {}): SqlError => ({
  type: 'sqlError',
  index: 0,
  statement: 'select nope',
  severity: 'ERROR',
  sqlstate: '42703',
  message: 'column "nope" does not exist',
  detail: null,
  hint: null,
  where: null,
  position: null,
  file: null,
  line: null,
  ...fields,
});
