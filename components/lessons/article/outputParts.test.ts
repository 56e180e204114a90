import { expect, it } from 'vitest';
import { outputParts } from './outputParts.ts';

it.each([
  ['a | b\n1 | 2', 'select 1;', [{ kind: 'grid', columns: ['a', 'b'], rows: [['1', '2']] }]],
  [
    'a\n1\n\nb\n2',
    'select 1; select 2;',
    [
      { kind: 'grid', columns: ['a'], rows: [['1']] },
      { kind: 'grid', columns: ['b'], rows: [['2']] },
    ],
  ],
  // Whether the third line is a heading nobody can tell.
  ['a\n1\na\n2', 'select 1; select 2;', [{ kind: 'text', text: 'a\n1\na\n2' }]],
  ['CREATE TABLE', 'create table t ();', [{ kind: 'text', text: 'CREATE TABLE' }]],
  [
    'CREATE TABLE\nINSERT 0 3\n\nQUERY PLAN\nSeq Scan on t',
    'create …; insert …; explain …;',
    [
      { kind: 'text', text: 'CREATE TABLE\nINSERT 0 3' },
      { kind: 'grid', columns: ['QUERY PLAN'], rows: [['Seq Scan on t']] },
    ],
  ],
  [
    'ERROR 22012: division by zero\nHINT: do not',
    'select 1/0;',
    [{ kind: 'text', text: 'ERROR 22012: division by zero\nHINT: do not' }],
  ],
  [
    'NOTICE: hi\na\n1',
    'select f();',
    [
      { kind: 'text', text: 'NOTICE: hi' },
      { kind: 'grid', columns: ['a'], rows: [['1']] },
    ],
  ],
  [' a | b\n---+---\n 1 | 2\n(1 row)', '\\d', [{ kind: 'text', text: 'a | b\n---+---\n 1 | 2\n(1 row)' }]],
])('lays %j out', (output, sql, parts) => {
  expect(outputParts(output, sql)).toEqual(parts);
});
