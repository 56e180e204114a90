import { expect, it } from 'vitest';
import { packagesMatch } from './packagesMatch.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/pg': { version: '8.0.0', integrity: 'sha512-a' },
    'node_modules/fsevents': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  },
};
const pg = { 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-a' } };

it('finds what is installed to be what is locked, without packages for other platforms', () => {
  expect(packagesMatch(lock, { packages: pg })).toBe(true);
});

it.each([
  ['nothing is installed', {}],
  ['a package is absent', { packages: {} }],
  ['a version differs', { packages: { 'node_modules/pg': { version: '8.0.1', integrity: 'sha512-a' } } }],
  ['a content differs', { packages: { 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-x' } } }],
  [
    'an optional package is of another version',
    { packages: { ...pg, 'node_modules/fsevents': { version: '1.0.0' } } },
  ],
])('finds a difference where %s', (_, installed) => {
  expect(packagesMatch(lock, installed)).toBe(false);
});
