import { expect, test } from 'vitest';
import { rustSources } from './rustSources.ts';
import { startFailure } from './startFailure.ts';

const sources = rustSources(['src/lib.rs']);

test('a refused setting is told as Postgres names it, without the server’s own file', () => {
  const log = [
    'LOG:  unrecognized configuration parameter "shared_bufers" in file "/pgdata/playground.conf" line 3',
    'FATAL:  configuration file "/pgdata/playground.conf" contains errors',
  ].join('\n');
  expect(startFailure(log, sources)).toEqual({
    message: 'unrecognized configuration parameter "shared_bufers"',
    place: null,
  });
});

test('a panic in _PG_init is told with its line in the project', () => {
  const log = [
    'LOG:  something else',
    'FATAL:  init refused',
    'DETAIL:  ',
    '   2: my_extension::_PG_init',
    '             at /rustc/std/src/panic.rs:1:2',
    '             at /work/project/src/lib.rs:7:5',
  ].join('\n');
  expect(startFailure(log, sources)).toEqual({
    message: 'init refused',
    place: { file: 'src/lib.rs', line: 7 },
  });
});

test('a log without a reason has none', () => {
  expect(startFailure('', sources)).toBeNull();
  expect(startFailure('LOG:  starting\nLOG:  listening', sources)).toBeNull();
});
