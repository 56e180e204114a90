import { expect, test } from 'vitest';
import { rustPlace } from './rustPlace.ts';
import { rustSources } from './rustSources.ts';
import { shortBacktrace } from './shortBacktrace.ts';

const backtrace = `given
   0: std::panicking::panic_with_hook
             at /usr/src/rustc/library/std/src/panicking.rs:833:13
   1: core::panicking::panic_fmt
   2: my_extension::inner
             at /work/project/src/deep/mod.rs:6:5
   3: my_extension::outer
             at /work/project/src/lib.rs:9:5
   4: core::ops::function::FnOnce::call_once
             at /usr/src/rustc/library/core/src/ops/function.rs:253:5
   5: my_extension::outer_wrapper::_internal_wrapper
             at /work/project/src/lib.rs:8:1
   6: ExecInterpExpr
`;
const isOwn = (line: string) => line.includes('/work/project/');

test('keeps the project’s frames, without what calls them', () => {
  expect(shortBacktrace(backtrace, isOwn)).toEqual({
    text: `given
   2: my_extension::inner
             at /work/project/src/deep/mod.rs:6:5
   3: my_extension::outer
             at /work/project/src/lib.rs:9:5
      … and 5 frames in Rust, pgrx, and Postgres`,
    others: `   0: std::panicking::panic_with_hook
   1: core::panicking::panic_fmt
   4: core::ops::function::FnOnce::call_once
   5: my_extension::outer_wrapper::_internal_wrapper
   6: ExecInterpExpr`,
  });
});

test('leaves other text, and a backtrace without the project, as they are', () => {
  const other = 'Key (a)=(1) already exists.';
  expect(shortBacktrace(other, isOwn)).toEqual({ text: other, others: '' });
  expect(shortBacktrace(backtrace, () => false)).toEqual({ text: backtrace, others: '' });
});

test('the first frame of the project is the error’s place', () => {
  const sources = rustSources(['src/lib.rs', 'src/deep/mod.rs', 'Cargo.toml']);
  expect(rustPlace({ file: 'panicking.rs', line: '3', detail: backtrace }, sources)).toEqual({
    file: 'src/deep/mod.rs',
    line: 6,
  });
});

test('without a backtrace it is the file that the base name can mean, if that is one', () => {
  const sources = rustSources(['src/lib.rs', 'src/a/mod.rs', 'src/b/mod.rs']);
  expect(rustPlace({ file: 'lib.rs', line: '3' }, sources)).toEqual({ file: 'src/lib.rs', line: 3 });
  expect(rustPlace({ file: 'mod.rs', line: '3' }, sources)).toBeNull();
  expect(rustPlace({ file: 'panic.rs', line: '3' }, sources)).toBeNull();
  expect(rustPlace({ file: 'int.c', line: '3' }, sources)).toBeNull();
  expect(rustPlace({ file: 'lib.rs', line: 'x' }, sources)).toBeNull();
});
