import { expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import { sqlError } from '../../test/support/sqlError.ts';
import { OutputText } from './OutputText.ts';

const statement = (index: number): RunEvent => ({
  type: 'statement',
  index,
  sql: '',
  command: `SET ${index}`,
  rowCount: null,
  columns: [],
  rows: [],
  truncated: false,
  ms: 0,
});
const notice = (message: string): RunEvent => ({
  type: 'notice',
  severity: 'NOTICE',
  message,
  detail: null,
  hint: null,
  where: null,
});

it('leaves out its own first statement, and what the extension’s remaking said before it', () => {
  const output = new OutputText();
  for (const event of [notice('drop cascades'), statement(0), notice('hear'), statement(1)])
    output.emit(event);
  expect(output.text).toBe('NOTICE: hear\nSET 1');
});

it('tells that the extension could not be made', () => {
  const output = new OutputText();
  output.emit(sqlError({ index: -1, sqlstate: '42723', message: 'twice' }));
  expect(output.text).toBe('ERROR 42723: twice');
});
