import { expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { rustTests } from './rustTests.ts';

const found = (text: string, path = 'src/lib.rs') => rustTests({ [path]: text });

it('finds tests by module, with what is expected of each', () => {
  const text = `
#[pg_schema]
mod tests {
    #[pg_test]
    fn plain() { if true { let _ = "}"; } }
    // #[pg_test]
    fn helper<'a>(c: char) -> bool { c == '{' || c == '\\'' }
    /* { /* nested } */ #[pg_test] fn not_this() {} */
    #[pg_test(error = "it is \\"bad\\" [1]")]
    #[allow(unused)]
    unsafe fn fails() { panic!() }
    #[pg_test]
    #[should_panic(expected = r#"a "raw" one"#)]
    fn panics() {}
    #[should_panic] #[test] fn any() {}
    mod deeper { #[test] #[ignore = "slow"] fn plain_rust() {} }
}
#[pgrx::pg_test(error = "two\\nlines")] fn outside() {}`;
  expect(found(text).map(({ name, kind, line }) => [name, kind, line])).toEqual([
    ['tests::plain', 'pg_test', 5],
    ['tests::fails', 'pg_test', 11],
    ['tests::panics', 'pg_test', 14],
    ['tests::any', 'test', 15],
    ['tests::deeper::plain_rust', 'test', 16],
    ['outside', 'pg_test', 18],
  ]);
  expect(found(text).map(({ error }) => error)).toEqual([
    null,
    'it is "bad" [1]',
    null,
    null,
    null,
    'two\nlines',
  ]);
  expect(found(text).map(({ shouldPanic }) => shouldPanic)).toEqual([
    null,
    null,
    'a "raw" one',
    '',
    null,
    null,
  ]);
  expect(
    found(text)
      .filter(({ ignored }) => ignored)
      .map(({ fn }) => fn),
  ).toEqual(['plain_rust']);
});

it('takes a file’s place as its module', () => {
  const test = '#[pg_test] fn a() {}';
  expect(found(test, 'src/geo/area.rs')[0]?.name).toBe('geo::area::a');
  expect(found(test, 'src/geo/mod.rs')[0]?.name).toBe('geo::a');
  expect(found(test, 'build.rs')).toEqual([]);
});

it('leaves an escape that is no character as it is written', () => {
  const test = (written: string) => `#[should_panic = "a ${written}"] #[test] fn a() {}`;
  expect(found(test('\\u{ffffff}'))[0]?.shouldPanic).toBe('a \\u{ffffff}');
  expect(found(test('\\u{d800}'))[0]?.shouldPanic).toBe('a \\u{d800}');
  expect(found(test('\\u{1F_600}'))[0]?.shouldPanic).toBe('a 😀');
});

it('tells so many tests and no more, and none whose name is too long to be told', () => {
  expect(found('#[test]\nfn a() {}\n'.repeat(limits.tests + 1)).at(-1)?.line).toBe(2 * limits.tests);
  const deep = 'mod a {'.repeat(limits.testNameLength);
  expect(found(`${deep}#[test] fn b() {}`)).toEqual([]);
  expect(found(`${deep}${'}'.repeat(limits.testNameLength)} #[test] fn b() {}`)).toHaveLength(1);
});

it('takes names and attributes as Rust does', () => {
  expect(found('#[test]\n# [ignore]\nfn r#match() {}')).toMatchObject([
    { name: 'match', ignored: true, line: 3 },
  ]);
  expect(found('#[pg_test(a = [1], error = "]")] fn a() {}')[0]?.error).toBe(']');
  expect(found('#[pgrx::prelude::pg_test] fn a() {} #[other::pg_test] fn b() {}')).toHaveLength(1);
  expect(found('#[test] struct A; fn b() {}')).toEqual([]);
});
