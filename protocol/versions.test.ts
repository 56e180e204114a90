import { expect, it } from 'vitest';
import { majorName, versionName } from './versions.ts';

it.each([
  ['17.12', '17.12'],
  ['19.0', '19.0'],
  ['19rc1', '19rc1 (release candidate)'],
  ['19beta2', '19beta2 (beta)'],
  ['20devel', '20devel (development version)'],
  // As long as its image is still being built.
  ['19', '19'],
])('calls Postgres %s "%s"', (version, name) => {
  expect(versionName(version)).toBe(name);
});

it('calls a major by what is known of its version', () => {
  const known = {
    postgres: [
      { major: 17, version: '17.12' },
      { major: 19, version: '19rc1' },
    ],
  };
  expect([17, 18, 19].map((major) => majorName(major, known))).toEqual([
    '17',
    '18',
    '19 (release candidate)',
  ]);
  expect(majorName(19, null)).toBe('19');
});
