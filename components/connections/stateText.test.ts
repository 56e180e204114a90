import { expect, it } from 'vitest';
import { libraryText, stateText } from './stateText.ts';

const open = {
  type: 'connection.state',
  connection: 'A',
  status: 'open',
  pid: 41,
  transaction: 'none',
  running: null,
  waitsFor: [],
  libraries: [],
} as const;

it('says what a connection does and waits for', () => {
  const nameOf = (pid: number) => (pid === 42 ? 'B' : null);
  const text = (more: object) => stateText({ ...open, ...more } as never, nameOf);
  expect(text({})).toBe('backend 41');
  expect(text({ running: 'x', transaction: 'open' })).toBe('backend 41 · in a transaction · running');
  expect(text({ running: 'x', waitsFor: [42, 7] })).toBe(
    'backend 41 · waiting for a lock held by B, backend 7',
  );
  expect(text({ status: 'closed' })).toBe('closed');
});

it('says which library a connection has', () => {
  const text = (...libraries: object[]) => libraryText({ ...open, libraries } as never);
  expect(text()).toMatch(/No project library/);
  expect(text({ file: 'a.so', replaced: true })).toMatch(/old library/);
  expect(text({ file: 'a.so', replaced: false })).toMatch(/last build/);
});
