import { expect, it } from 'vitest';
import { CargoProgress, type Steps } from './CargoProgress.ts';

const bar = (done: number) =>
  `\u001b[1m\u001b[96m    Building\u001b[0m [=====>       ] ${done}/130: serde, libc(build)      \r`;
const line = '\u001b[K\u001b[1m\u001b[92m   Compiling\u001b[0m serde v1.0.1\n';

it.each([[1], [7], [10_000]])('takes the bar out of what cargo says, in pieces of %i', (length) => {
  const steps: Steps[] = [];
  const progress = new CargoProgress((one) => steps.push(one));
  const said = `first\n${bar(3)}${line}${bar(4)}\u001b[Klast\r\nwithout end`;
  let kept = '';
  for (let at = 0; at < said.length; at += length) kept += progress.take(said.slice(at, at + length));
  kept += progress.end();
  expect(kept).toBe('first\n\u001b[1m\u001b[92m   Compiling\u001b[0m serde v1.0.1\nlast\r\nwithout end');
  expect(steps).toEqual([
    { done: 3, total: 130 },
    { done: 4, total: 130 },
  ]);
});

it('keeps what others write over itself, and lines that are too long for a bar', () => {
  const progress = new CargoProgress(() => {});
  const long = 'x'.repeat(1000);
  expect(progress.take(`12/130\r${long}`) + progress.end()).toBe(`12/130\r${long}`);
});
