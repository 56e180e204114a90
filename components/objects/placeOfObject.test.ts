import { expect, it } from 'vitest';
import type { ExtensionObject } from '../../protocol/messages/objectMessages.ts';
import type { SqlEntity } from '../session/sqlEntities.ts';
import { placeOfObject } from './placeOfObject.ts';

const entity = (rustLine: number, text: string): SqlEntity => ({
  file: 'src/lib.rs',
  rustLine,
  name: '',
  from: 1,
  to: 2,
  text,
});
const entities = [
  entity(3, '-- Release\nCREATE TYPE Release;'),
  entity(5, `-- c::plus\nCREATE  FUNCTION "plus"(\n) RETURNS Release\nAS 'MODULE_PATHNAME', 'plus_wrapper';`),
  entity(
    7,
    'CREATE OPERATOR FAMILY Release_ops USING btree;\nCREATE OPERATOR CLASS Release_ops DEFAULT FOR TYPE Release;',
  ),
  entity(9, 'CREATE TABLE app."Account" (owner text);'),
];
const line = (fields: Partial<ExtensionObject>) =>
  placeOfObject(
    {
      extension: 'e',
      kind: 'function',
      name: '',
      signature: '',
      returns: null,
      volatility: null,
      parallel: null,
      strict: null,
      language: null,
      symbol: null,
      note: null,
      ...fields,
    },
    entities,
  )?.line;

it('finds the line of Rust by symbol, by the function behind it, or by what is created', () => {
  expect(line({ name: 'plus', symbol: 'plus_wrapper' })).toBe(5);
  expect(line({ kind: 'operator', name: '+', note: 'by plus' })).toBe(5);
  expect(line({ kind: 'cast', name: 'a AS b', note: 'in assignments, by app.plus' })).toBe(5);
  expect(line({ kind: 'type', name: 'release' })).toBe(3);
  expect(line({ kind: 'operator class', name: 'release_ops' })).toBe(7);
  expect(line({ kind: 'table', name: 'app.Account' })).toBe(9);
});

it('says nothing of what the SQL does not tell', () => {
  expect(line({ kind: 'table', name: 'other' })).toBeUndefined();
  expect(line({ kind: 'setting', name: 'release' })).toBeUndefined();
  expect(line({ symbol: 'plus' })).toBeUndefined();
});
