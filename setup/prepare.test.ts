import { expect, it } from 'vitest';
import { missing } from './missing.mjs';
import { prepare } from './prepare.mjs';

const there = (detail: string) => async () => ({ kind: 'ready', detail });
const absent = (what: string) => async () => missing(what, 'it is needed', `get ${what}`);

function requirements(ensure: Record<string, () => Promise<unknown>>) {
  const needs: Record<string, string[]> = {
    chromium: ['packages'],
    images: ['packages', 'engine'],
    page: ['packages'],
  };
  return Object.fromEntries(
    Object.entries(ensure).map(([key, work]) => [key, { name: key, ensure: work, needs: needs[key] ?? [] }]),
  );
}

async function run(ensure: Record<string, () => Promise<unknown>>) {
  const lines: string[] = [];
  const all = requirements(ensure);
  const answers = await prepare(Object.keys(all), (line: string) => lines.push(line), all);
  return { answers, text: lines.join('\n') };
}

it('says what each step found, and how far it is', async () => {
  const { answers, text } = await run({ packages: there('as locked'), page: there('already built') });
  expect(text).toMatch(/^\[1\/2\] packages: as locked \(\d+\.\d s\)\n\[2\/2\] page: already built \(/);
  expect(answers).toMatchObject({ page: { detail: 'already built' } });
});

it('tells of all that is missing at once, a line for each, before any long build', async () => {
  const page = async () => {
    throw new Error('must not be built');
  };
  const { answers, text } = await run({
    page,
    packages: there('x'),
    engine: absent('Docker'),
    chromium: absent('Chromium'),
  });
  expect(answers).toBeNull();
  expect(text).toContain(
    '2 things are missing:\n  - Docker: it is needed. To fix it: get Docker\n  - Chromium: ',
  );
});

it('does not look at what needs a missing thing', async () => {
  const { text } = await run({ packages: absent('npm packages'), chromium: there('never asked') });
  expect(text).toContain('One thing is missing:\n  - npm packages');
  expect(text).not.toContain('never asked');
});
