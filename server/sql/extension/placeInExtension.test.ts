import { expect, test } from 'vitest';
import { sqlError } from '../../../test/support/sqlError.ts';
import { placeInExtension } from './placeInExtension.ts';
import { rustSources } from './rustSources.ts';

const sql = `\\echo Use "CREATE EXTENSION é" to load this file. \\quit
/* <begin connected objects> */
-- src/lib.rs:7
-- requires:
CREATE TABLE t (a int);
-- src/lib.rs:9
SELECT 'é', nothing FROM t;
`;
const error = sqlError({ index: -1, statement: 'CREATE EXTENSION x' });
const sources = rustSources(['src/lib.rs']);

test('a position in the script gives its line, and the place in Rust that it was made from', () => {
  const position = sql.replace(/^\\echo.*/, '').indexOf('nothing') + 1;
  expect(placeInExtension({ ...error, position }, sql, sources)).toMatchObject({
    position: null,
    where: "Line 7 of the extension's SQL: SELECT 'é', nothing FROM t;",
    file: 'src/lib.rs',
    line: 9,
  });
});

test('so does a line that Postgres names', () => {
  const where = 'SQL statement "…"\nextension script file "x--1.sql", near line 5';
  expect(placeInExtension({ ...error, where }, sql, sources)).toMatchObject({
    where,
    file: 'src/lib.rs',
    line: 7,
  });
});

test('an error in CREATE EXTENSION itself stays as it is', () => {
  expect(placeInExtension({ ...error, position: 3 }, sql, sources)).toMatchObject({
    position: 3,
    file: null,
  });
  expect(placeInExtension(error, sql, sources)).toEqual(error);
});
