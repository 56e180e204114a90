import { expect, it } from 'vitest';
import { Seats } from './Seats.ts';

it('[A1] gives no more seats than there are, and each back once', () => {
  const seats = new Seats(1);
  const leave = seats.take();
  expect(seats.take()).toBeNull();
  leave?.();
  leave?.();
  const again = seats.take();
  expect(again).not.toBeNull();
  expect(seats.take()).toBeNull();
});
