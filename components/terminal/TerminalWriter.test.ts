import { expect, it } from 'vitest';
import { TerminalWriter } from './TerminalWriter.ts';

/** A screen that draws when it is told to. */
function setUp() {
  const written: string[] = [];
  const undrawn: (() => void)[] = [];
  const writer = new TerminalWriter({
    write(data, done) {
      written.push(data);
      undrawn.push(done);
    },
  });
  const draw = () => {
    for (const done of undrawn.splice(0)) done();
  };
  return { writer, written, draw };
}

it('writes what follows on as it is', () => {
  const { writer, written } = setUp();
  writer.write({ offset: 10, data: 'ab' });
  writer.write({ offset: 12, data: 'cd' });
  writer.write({ offset: 0, data: 'another psql' });
  expect(written).toEqual(['ab', 'cd', 'another psql']);
});

it('[T2] tells where output is missing', () => {
  const { writer, written } = setUp();
  writer.write({ offset: 0, data: 'ab' });
  writer.write({ offset: 9, data: 'cd' });
  expect(written[1]).toContain('omitted');
  expect(written[1]?.endsWith('cd')).toBe(true);
});

it('leaves a flood out while the screen is behind, and says so', () => {
  const { writer, written, draw } = setUp();
  const megabyte = 'x'.repeat(1024 * 1024);
  for (let count = 0; count < 10; count++) writer.write({ offset: count * megabyte.length, data: megabyte });
  expect(written).toHaveLength(4);
  draw();
  writer.write({ offset: 10 * megabyte.length, data: 'end' });
  expect(written[4]).toContain('omitted');
  expect(written[4]?.endsWith('end')).toBe(true);
});
