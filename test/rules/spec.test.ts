import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectFiles } from './projectFiles.ts';

const rules = [...readFileSync('protocol/SPEC.md', 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(
  ([, rule]) => rule,
);
const cited = projectFiles()
  .filter((path) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('test/'))
  .flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/['"`](?:\[[A-Z]\d+\] ?)+/g)].flatMap(([names]) =>
      [...names.matchAll(/\[([A-Z]\d+)\]/g)].map(([, rule]) => `${path}: ${rule}`),
    ),
  );

test('no two rules of the protocol have one number', () => {
  expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
});

test('each rule that a test cites is there', () => {
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.filter((name) => !rules.includes(name.split(': ')[1]))).toEqual([]);
});
