import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PGRX_BENCH_VERSION, PGRX_VERSION } from '../../docker/pgrxVersion.mjs';
import { PgrxRelease } from '../../porting/PgrxRelease.ts';
import { lockPackages } from '../../server/snippets/lockPackages.ts';

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const isLock = (file: string) => /(?:\.lock|package-lock\.json)$/.test(file);

it('names the release of pgrx in one place, beside what cargo writes', () => {
  const others = tracked.filter((file) => !isLock(file) && file !== 'docker/pgrxVersion.mjs');
  const naming = others.filter((file) => readFileSync(file).includes(PGRX_VERSION));
  expect(others.length).toBeGreaterThan(1000);
  expect(naming).toEqual([]);
});

it.each([['docker/starter/Cargo.lock'], ['docker/image/catalogue.lock']])(
  'has that release in %s',
  (file) => {
    const locked = lockPackages(readFileSync(file, 'utf8'));
    for (const crate of ['pgrx', 'pgrx-macros', 'pgrx-pg-sys', 'pgrx-tests'])
      expect(`${crate} ${locked.get(crate)}`).toBe(`${crate} ${PGRX_VERSION}`);
    expect(locked.get('pgrx-bench')).toBe(PGRX_BENCH_VERSION);
  },
);

it('knows, for the port, which Postgres majors it has features for, and whether it has pgrx_embed', () => {
  const starter = readFileSync('docker/starter/Cargo.toml', 'utf8');
  const release = new PgrxRelease({ pgrx: PGRX_VERSION, crates: [], postgres: 17 });
  expect(release.majors.map((major) => `pg${major}`)).toEqual(starter.match(/^pg\d+(?= =)/gm));
  expect(release.embeds).toBe(starter.includes('pgrx_embed'));
});
