import { describe, expect, it } from 'vitest';
import { isSourcePath } from './readRustSource.ts';

describe('[A6] a path of a source', () => {
  it.each([
    '/opt/pgrx/vendor/pgrx-0.19.3/src/spi.rs',
    '/usr/lib/rustlib/src/rust/library/core/src/option.rs',
    '/usr/src/rustc-1.96.1/library/std/src/lib.rs',
  ])('can be %s', (path) => expect(isSourcePath(path)).toBe(true));

  it.each([
    '/etc/passwd',
    '/opt/pgrx/vendor/../../../etc/passwd.rs',
    '/opt/pgrx/vendor/a/../b.rs',
    '/opt/pgrx/vendor.rs',
    '/opt/pgrx/vendor/a/Cargo.toml',
    '/usr/src/rustc-1.96.1/',
    'opt/pgrx/vendor/a.rs',
    '/work/project/src/lib.rs',
  ])('cannot be %s', (path) => expect(isSourcePath(path)).toBe(false));
});
