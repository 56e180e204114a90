import { describe, expect, it } from 'vitest';
import { addProblem, isRequired, removeProblem, renameProblem } from './fileRules.ts';

const files = { 'src/lib.rs': '', 'src/a.rs': '', 'Cargo.toml': '', 'my_extension.control': '' };

describe('files that must be there', () => {
  it('are the library, Cargo.toml and the only control file', () => {
    const required = Object.keys(files).filter((path) => isRequired(files, path));
    expect(required).toEqual(['src/lib.rs', 'Cargo.toml', 'my_extension.control']);
    expect(removeProblem(files, 'src/lib.rs')?.kind).toBe('required');
    expect(removeProblem(files, 'src/a.rs')).toBeNull();
  });

  it('are not one of two control files', () => {
    expect(removeProblem({ ...files, 'other.control': '' }, 'other.control')).toBeNull();
  });

  it('keep their names, but for the control file, which stays one', () => {
    expect(renameProblem(files, 'src/lib.rs', 'src/b.rs')?.kind).toBe('required');
    expect(renameProblem(files, 'my_extension.control', 'yours.control')).toBeNull();
    expect(renameProblem(files, 'my_extension.control', 'yours.txt')?.kind).toBe('required');
  });
});

describe('names', () => {
  it.each([
    ['src/lib.rs', 'taken'],
    ['src/LIB.rs', 'twins'],
    ['src', 'folder'],
    ['../x', 'shape'],
    ['con.rs', 'reserved'],
    ['', 'empty'],
    [':script.sql', 'characters'],
  ])('refuse %j as %s', (path, kind) => {
    expect(addProblem(files, path)?.kind).toBe(kind);
  });

  it('may change in letter case only', () => {
    expect(renameProblem(files, 'src/a.rs', 'src/A.rs')).toBeNull();
  });

  it('are not given to what is not there', () => {
    expect(renameProblem(files, 'src/none.rs', 'src/b.rs')?.kind).toBe('missing');
    expect(removeProblem(files, 'src/none.rs')?.kind).toBe('missing');
  });
});
