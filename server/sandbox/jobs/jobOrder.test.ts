import { expect, it } from 'vitest';
import { jobOrder } from './jobOrder.ts';

const order = { argv: ['echo', '', 'é'], env: { A: '1=2' }, cwd: '/work' };

it('has the length first, and ends each word', () => {
  const body = Buffer.from('/work\0A=1=2\0\0echo\0\0é\0');
  expect(jobOrder(order)).toEqual(Buffer.concat([Buffer.from([0, 0, 0, body.length]), body]));
});

it('is none where it would be read otherwise', () => {
  expect(jobOrder({ ...order, argv: ['a\0b'] })).toBeNull();
  expect(jobOrder({ ...order, argv: ['x'.repeat(1024 * 1024)] })).toBeNull();
});
