import { sqlError } from '../support/sqlError.ts';

/** What Postgres says, with nothing much in it. */
export const anError = sqlError({ statement: '', sqlstate: '', message: '', file: 'src/lib.rs', line: 1 });
