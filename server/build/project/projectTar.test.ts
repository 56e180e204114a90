import { expect, test } from 'vitest';
import { projectPaths } from './projectTar.ts';

test('folders are there once, before what is in them', () => {
  expect(
    projectPaths({ 'src/lib.rs': '', 'src/deep/er/x.rs': '', 'Cargo.toml': '', 'src-b/y.rs': '' }),
  ).toEqual([
    'Cargo.toml',
    'src-b/',
    'src-b/y.rs',
    'src/',
    'src/deep/',
    'src/deep/er/',
    'src/deep/er/x.rs',
    'src/lib.rs',
  ]);
});
