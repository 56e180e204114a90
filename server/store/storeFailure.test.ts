import { expect, it } from 'vitest';
import { storeFailure } from './storeFailure.ts';

const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });

it('says what is so where the disk is full, whatever was to be done', () => {
  expect(storeFailure(full, 'add')).toMatchObject({
    kind: 'full',
    message: expect.stringContaining('link store is full'),
  });
  const removed = storeFailure(full, 'remove');
  expect(removed.kind).toBe('full');
  expect(removed.message).toContain('not deleted');
  expect(removed.message).not.toContain('link store is full');
  expect(storeFailure(Object.assign(new Error(''), { code: '53100' }), 'remove').message).toContain(
    'not deleted',
  );
});

it('tells nobody but the log why the store does not answer', () => {
  const failure = storeFailure(new Error('connect ECONNREFUSED 10.0.0.1'), 'read');
  expect(failure).toMatchObject({ kind: 'unavailable', cause: 'connect ECONNREFUSED 10.0.0.1' });
  expect(failure.message).not.toContain('10.0.0.1');
});
