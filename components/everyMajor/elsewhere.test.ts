import { expect, it } from 'vitest';
import { libraryPair } from './libraryPair.ts';
import { whyRefused } from './whyRefused.ts';

const majors = [17, 15, 18];

it('takes the library for the Postgres that Run uses to the next newer one', () => {
  expect(libraryPair(majors, null, {})).toEqual({ from: 17, into: 18 });
  expect(libraryPair(majors, 15, {})).toEqual({ from: 15, into: 17 });
  expect(libraryPair(majors, 18, {})).toEqual({ from: 18, into: 17 });
  expect(libraryPair(majors, 13, {})).toEqual({ from: 17, into: 18 });
});

it('keeps to what was picked, where it is there and makes sense', () => {
  expect(libraryPair(majors, 15, { from: 18, into: 15 })).toEqual({ from: 18, into: 15 });
  expect(libraryPair(majors, 15, { from: 18, into: 18 })).toEqual({ from: 18, into: 17 });
  expect(libraryPair(majors, null, { from: 13, into: 14 })).toEqual({ from: 17, into: 18 });
});

it('has no pair where there are not two', () => {
  expect(libraryPair([17], 17, {})).toBeNull();
  expect(libraryPair([], null, {})).toBeNull();
});

it('tells a missing function from the magic block, and claims nothing of other errors', () => {
  const pair = { from: 17, into: 18 };
  const missing = 'could not load library "/work/x.so": /work/x.so: undefined symbol: pqsignal';
  expect(whyRefused(missing, pair)).toMatch(/didn’t get as far as comparing versions.*“pqsignal”/);
  const magic = 'incompatible library "/work/x.so": version mismatch';
  expect(whyRefused(magic, pair)).toMatch(/got as far as the magic block.*built for: 17\./);
  expect(whyRefused('could not access file "x": No such file or directory', pair)).toBeNull();
});
