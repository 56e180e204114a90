import { expect, it } from 'vitest';
import { readLook } from './inspectBackend.ts';

it('tells libraries that are at their place from those that were replaced', () => {
  const printed = '/install/lib/a.so\n/install/lib/b-0.1.0.so (deleted)\n--\n41\n41\n42\n';
  expect(readLook(printed)).toEqual({
    libraries: [
      { file: 'a.so', replaced: false },
      { file: 'b-0.1.0.so', replaced: true },
    ],
    waitsFor: [41, 42],
  });
});

it('believes nothing else', () => {
  expect(readLook('/etc/passwd\n/install/lib/a/b.so\n--\nx\n-1\n')).toEqual({ libraries: [], waitsFor: [] });
  expect(readLook('')).toEqual({ libraries: [], waitsFor: [] });
});
