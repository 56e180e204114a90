import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectFiles } from './projectFiles.ts';

/** The one place that hears a stream's chunks itself, with what it calls contained. */
const hears = 'server/base/onData.ts';

it('reads no stream in the server by a handler whose exception would end it', () => {
  const files = projectFiles().filter((file) => /^server\/.*(?<!\.test)\.ts$/.test(file));
  const bare = files.filter((file) => /\.on\('data'/.test(readFileSync(file, 'utf8')));
  expect(files.length).toBeGreaterThan(100);
  expect(bare).toEqual([hears]);
});
