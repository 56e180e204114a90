import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filePathProblem, filesProblem } from './filePath.ts';
import { limits } from './limits.ts';

describe('filePathProblem', () => {
  it.each([
    'src/lib.rs',
    'Cargo.toml',
    'my_extension.control',
    'sql/my_extension--0.0.0--0.1.0.sql',
    '.cargo/config.toml',
  ])('takes %s', (path) => {
    expect(filePathProblem(path)).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['a'.repeat(4096), 'long'],
    ['src/../../etc/passwd', 'shape'],
    ['../lib.rs', 'shape'],
    ['..', 'shape'],
    ['/etc/passwd', 'shape'],
    ['src//lib.rs', 'shape'],
    ['src/', 'shape'],
    ['./src/lib.rs', 'shape'],
    ['src/lib.rs ', 'shape'],
    ['src/lib.', 'shape'],
    ['src\\lib.rs', 'characters'],
    ['src/lib.rs\0.txt', 'characters'],
    ['src/lib\n.rs', 'characters'],
    ['src/lïb.rs', 'characters'],
    ['C:lib.rs', 'characters'],
    ['src/NUL', 'reserved'],
    ['con.rs', 'reserved'],
    ['src/com1.txt', 'reserved'],
    ['target/debug/x', 'reserved'],
    ['.git/config', 'reserved'],
  ])('refuses %j as %s', (path, kind) => {
    expect(filePathProblem(path)?.kind).toBe(kind);
  });

  it('never takes a path that leaves the project, whatever its text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', '/', 'a', '\\', '\0', ' ', 'lib.rs')), (parts) => {
        const path = parts.join('');
        if (filePathProblem(path)) return true;
        return (
          !path.startsWith('/') &&
          !path.split('/').some((part) => part === '..' || part === '.' || part === '')
        );
      }),
    );
  });
});

describe('filesProblem', () => {
  it('takes the starter’s files', () => {
    expect(filesProblem({ 'src/lib.rs': '', 'Cargo.toml': '', 'my_extension.control': '' })).toBeNull();
  });

  it('refuses names that are one on a file system without case', () => {
    expect(filesProblem({ 'src/lib.rs': '', 'src/Lib.rs': '' })?.kind).toBe('twins');
  });

  it('refuses a file that is also a folder', () => {
    expect(filesProblem({ src: '', 'src/lib.rs': '' })?.kind).toBe('folder');
    expect(filesProblem({ SRC: '', 'src/lib.rs': '' })?.kind).toBe('folder');
  });

  it('refuses too many, too large, and what is not text', () => {
    const many = Object.fromEntries(Array.from({ length: limits.files + 1 }, (_, n) => [`src/f${n}.rs`, '']));
    expect(filesProblem(many)?.kind).toBe('count');
    expect(filesProblem({ 'src/lib.rs': 'é'.repeat(limits.projectBytes / 2) })?.kind).toBe('size');
    expect(filesProblem({ 'src/lib.rs': 'a\0b' })?.kind).toBe('nul');
  });
});
