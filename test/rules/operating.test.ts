import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settings } from '../../server/config/config.ts';

const folder = 'docs/operating';
const guide = readFileSync('docs/operating.md', 'utf8');
const files = readdirSync(folder);

it('has each example for operators in the guide', () => {
  const linked = [...guide.matchAll(/\]\(operating\/([^)]+)\)/g)].map(([, name = '']) => name);
  expect([...new Set(linked)].toSorted()).toEqual(files.toSorted());
});

/** Read by `npm start` alone. */
const ofSetup = ['PLAYGROUND_POSTGRES', 'PLAYGROUND_PGRX', 'PLAYGROUND_PGDG'];

it('names only settings that there are', () => {
  const texts = [guide, ...files.map((name) => readFileSync(`${folder}/${name}`, 'utf8'))];
  const named = texts.flatMap((text) => text.match(/\bPLAYGROUND_[A-Z][A-Z_]*[A-Z]\b/g) ?? []);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !(name in settings) && !ofSetup.includes(name))).toEqual([]);
});

it('tries each of the alerts', () => {
  const alerts = [...readFileSync(`${folder}/prometheus-rules.yml`, 'utf8').matchAll(/- alert: (\w+)/g)];
  const tests = readFileSync(`${folder}/prometheus-rules-test.yml`, 'utf8');
  expect(alerts.length).toBeGreaterThan(5);
  expect(alerts.map(([, name]) => name).filter((name) => !tests.includes(`"${name}"`))).toEqual([]);
});
