import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectFiles } from './projectFiles.ts';

const rules = [...readFileSync('protocol/SPEC.md', 'utf8').matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(
  ([, rule]) => rule ?? '',
);
/** Each rule that a test's name begins with, and the file of that test. */
const cited = projectFiles()
  .filter((path) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('test/'))
  .flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/['"`](?:\[[A-Z]+\d+\] ?)+/g)].flatMap(([names]) =>
      [...names.matchAll(/\[([A-Z]+\d+)\]/g)].map(([, rule]) => ({ rule: rule ?? '', path })),
    ),
  );

test('no two rules of the protocol have one number', () => {
  expect(rules.length).toBeGreaterThan(80);
  expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
});

test('each rule that a test cites is there', () => {
  expect(cited.filter(({ rule }) => !rules.includes(rule))).toEqual([]);
});

test('each rule of the protocol is cited by a test', () => {
  const shown = new Set(cited.map(({ rule }) => rule));
  expect(rules.filter((rule) => !shown.has(rule))).toEqual([]);
});
