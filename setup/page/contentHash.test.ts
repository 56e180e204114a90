import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentHash } from './contentHash.mjs';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'content-hash-'));
  mkdirSync(join(base, 'app/deep'), { recursive: true });
  writeFileSync(join(base, 'app/deep/page.tsx'), 'page');
  writeFileSync(join(base, 'app/page.test.tsx'), 'test');
  writeFileSync(join(base, 'lock.json'), '{}');
});
afterEach(() => rmSync(base, { recursive: true }));

const hash = () =>
  contentHash(base, ['app', 'lock.json', 'absent'], (file: string) => !file.includes('.test.'));

it('stays the same while nothing that counts changes', () => {
  const before = hash();
  writeFileSync(join(base, 'app/page.test.tsx'), 'another test');
  writeFileSync(join(base, 'elsewhere'), 'x');
  expect(hash()).toBe(before);
});

it.each([
  ['a content', () => writeFileSync(join(base, 'app/deep/page.tsx'), 'pagf')],
  ['a name', () => renameSync(join(base, 'app/deep/page.tsx'), join(base, 'app/deep/other.tsx'))],
  ['what was absent', () => writeFileSync(join(base, 'absent'), '')],
  ['the border between two files', () => writeFileSync(join(base, 'app/deep/page.tsx'), 'page{}')],
])('changes with %s', (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});
