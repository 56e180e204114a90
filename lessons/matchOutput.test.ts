import { describe, expect, it } from 'vitest';
import { hasPattern, matchesOutput } from './matchOutput.ts';

describe('matchesOutput', () => {
  it.each([
    ['a | b\n1 | 2', ' a | b\n\n1  |  2\n'],
    ['ERROR 22012: division by zero', 'ERROR 22012: division by zero'],
    ['pid\n…', 'pid\n4711'],
    ['backend …, started', 'backend 12, started'],
    ['backend …', 'backend 12 and more'],
    ['…', ''],
    ['…\nlast', 'one\ntwo\nlast'],
    ['first\n…\nlast', 'first\nlast'],
    ['first\n…\nmiddle\n…\nlast', 'first\nx\nmiddle\nmiddle\nlast'],
    ['a … c … e', 'a b c d e'],
  ])('takes %j for %j', (expected, got) => {
    expect(matchesOutput(expected, got)).toBe(true);
  });

  it.each([
    ['a', 'a\nb'],
    ['a\nb', 'a'],
    ['a b', 'ab'],
    ['', 'anything'],
    ['first\n…\nlast', 'first\nlast\nmore'],
    ['first\n…\nmiddle\n…\nlast', 'first\nlast'],
    ['ab…ba', 'aba'],
    ['a … c … e', 'a d c e'.replace('c', 'x')],
  ])('does not take %j for %j', (expected, got) => {
    expect(matchesOutput(expected, got)).toBe(false);
  });

  it('does not take long over a line that nearly fits many times', () => {
    const began = performance.now();
    expect(matchesOutput(`${'a…'.repeat(200)}b`, 'a'.repeat(200_000))).toBe(false);
    expect(matchesOutput(`${'x\n…\n'.repeat(50)}y`, 'x\n'.repeat(20_000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('hasPattern', () => {
  it('finds pieces in their order, whatever the space between words is', () => {
    const sql = 'CREATE FUNCTION "area"(\n\t"width" double precision)\nIMMUTABLE STRICT';
    expect(hasPattern(sql, 'FUNCTION "area"…IMMUTABLE STRICT')).toBe(true);
    expect(hasPattern(sql, 'STRICT…IMMUTABLE')).toBe(false);
  });
});
