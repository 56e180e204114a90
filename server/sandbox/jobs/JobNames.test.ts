import { expect, it } from 'vitest';
import { JobNames } from './JobNames.ts';

it('gives running jobs of a container different names, and a name again after its job', () => {
  const names = new JobNames();
  const [first, second] = [names.take('a'), names.take('a')];
  expect(second).not.toBe(first);
  names.giveBack('a', first);
  expect([names.take('a'), names.take('a')]).toEqual([first, expect.not.stringMatching(second)]);
});

it('makes names that a job may have, and that another server process does not make', () => {
  const name = new JobNames().take('a');
  expect(name).toMatch(/^[a-z0-9-]{1,40}$/);
  expect(new JobNames().take('a')).not.toBe(name);
});
