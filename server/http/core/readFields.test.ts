import { expect, it } from 'vitest';
import { runRequest } from '../../../protocol/project.ts';
import { readFields } from './readFields.ts';

const files = { 'src/lib.rs': '' };
const errorsOf = (body: unknown) => {
  const read = readFields(runRequest, body);
  return read.ok ? [] : (read.error.errors ?? []);
};

it('gives what the schema makes of known fields', () => {
  expect(readFields(runRequest, { files })).toEqual({ ok: true, value: { files, sql: '', mode: 'run' } });
});

it.each([
  ['script', 'sql'],
  ['query', 'sql'],
  ['file', 'files'],
  ['Postgres', 'postgres'],
  ['mdoe', 'mode'],
])('refuses the field %s, and names %s', (name, meant) => {
  const [error, ...others] = errorsOf({ files, [name]: 'x' });
  expect(others).toEqual([]);
  expect(error).toMatchObject({ path: name, message: expect.stringContaining(`Did you mean "${meant}"?`) });
  expect(error?.message).toContain('Known fields: postgres, pgrx, files, sql, mode');
});

it.each(['colour', '__proto__x', 'constructor', ''])('refuses the field "%s", which is like none', (name) => {
  const [error] = errorsOf({ files, [name]: 'x' });
  expect(error).toMatchObject({
    path: name,
    message: expect.stringMatching(/^Unknown field\. Known fields: /),
  });
});

it('tells of unknown fields and broken rules together, and of no more than twenty', () => {
  expect(errorsOf({ files: {}, script: '' }).map(({ path }) => path)).toEqual(['script', 'files']);
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`x${index}`.repeat(50), 1]));
  const errors = errorsOf(many);
  expect(errors).toHaveLength(20);
  expect(Math.max(...errors.map(({ path }) => path.length))).toBe(40);
});

it.each([[[]], ['text'], [null], [7]])('refuses %j as the schema does', (body) => {
  expect(errorsOf(body)).toHaveLength(1);
});
