import { expect, test } from 'vitest';
import { completeProject } from './completeProject.ts';

const starter = {
  'Cargo.toml': '[package]\nname = "my_extension"\n',
  'my_extension.control': "module_pathname = 'my_extension'\n",
  'src/lib.rs': '// starter',
};
const lib = { 'src/lib.rs': '// mine' };

test('what is missing comes from the starter, and nothing else does', () => {
  expect(completeProject(lib, starter)).toEqual({
    'Cargo.toml': starter['Cargo.toml'],
    'my_extension.control': starter['my_extension.control'],
    'src/lib.rs': '// mine',
  });
});

test('the control file is named for the crate', () => {
  const files = { ...lib, 'Cargo.toml': '[package]\nname = "other"\n' };
  expect(completeProject(files, starter)).toEqual({
    ...files,
    'other.control': "module_pathname = 'other'\n",
  });
});

test('a project’s own control file is the only one', () => {
  const files = { ...lib, 'other.control': '' };
  expect(Object.keys(completeProject(files, starter))).not.toContain('my_extension.control');
});

test('a crate whose name cannot be is given no control file', () => {
  const files = { ...lib, 'Cargo.toml': '[package]\nname = "../evil"\n' };
  expect(Object.keys(completeProject(files, starter))).toEqual(['src/lib.rs', 'Cargo.toml']);
});
