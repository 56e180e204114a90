import { expect, it } from 'vitest';
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
