import { expect, it } from 'vitest';
import { changeSummary } from './changeSummary.ts';
import { sqlChanges } from './sqlChanges.ts';

const item = (line: number, name: string, body: string) =>
  `/* <begin connected objects> */\n-- src/lib.rs:${line}\n-- crate::${name}\n${body}\n/* </end connected objects> */\n`;
const script = (...items: string[]) => items.join('\n');
const changes = (before: string, now: string) =>
  sqlChanges(before, now).flatMap(({ change, text }) => (change ? [`${change} ${text}`] : []));

const one = item(3, 'one', 'CREATE ONE\nSTRICT;');
const two = item(9, 'two', 'CREATE TWO;');

it('sees no change where places moved and items changed their order', () => {
  expect(changes(script(one, two), script(item(4, 'two', 'CREATE TWO;'), one))).toEqual([]);
  expect(sqlChanges(null, one).every(({ change }) => change === null)).toBe(true);
});

it('tells the lines of an item that changed, in their place', () => {
  const now = script(two, item(3, 'one', 'CREATE ONE\nIMMUTABLE STRICT;'));
  expect(changes(script(one, two), now)).toEqual(['removed STRICT;', 'added IMMUTABLE STRICT;']);
});

it('tells items that are new or gone, and numbers the lines of now', () => {
  expect(changes(one, script(one, two))).toEqual(
    two
      .trimEnd()
      .split('\n')
      .concat('')
      .map((line) => `added ${line}`),
  );
  expect(changes(script(one, two), one)).toContain('removed CREATE TWO;');
  const now = script(two, one);
  const shown = sqlChanges(script(one), now);
  expect(shown.flatMap(({ line, text }) => (line === null ? [] : [text])).join('\n')).toBe(now);
  expect(shown.flatMap(({ line }) => line ?? [])).toEqual(now.split('\n').map((_, index) => index + 1));
});

it('names the items that changed', () => {
  const now = script(one, item(9, 'two', 'CREATE TWO\nSTRICT;'), item(20, 'three', 'CREATE THREE;'));
  const before = script(item(1, 'zero', 'CREATE ZERO;'), one, two);
  expect(changeSummary(sqlChanges(before, now)).map(({ name, change }) => `${change} ${name}`)).toEqual([
    'changed two',
    'added three',
    'removed zero',
  ]);
});

it('gives up on an item that shares nothing with what it was', () => {
  const many = (word: string) => Array.from({ length: 5000 }, (_, at) => `${word} ${at}`).join('\n');
  const shown = changes(item(1, 'big', many('a')), item(1, 'big', many('b')));
  expect(shown.filter((line) => /^(added|removed) [ab] /.test(line))).toHaveLength(10_000);
});
