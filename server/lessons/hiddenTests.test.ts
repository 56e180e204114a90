import { expect, it } from 'vitest';
import { hiddenTests } from './hiddenTests.ts';

it('finds the tests of some Rust, with the errors that they want', () => {
  const rust = `
    #[pg_test]
    fn plain() {}
    #[pg_test(error = "it is \\"bad\\"")]
    #[allow(unused)]
    fn fails() { panic!() }
    fn helper() {}
    #[pg_test] unsafe fn third() {}`;
  expect(hiddenTests(rust)).toEqual([
    { name: 'plain', error: null },
    { name: 'fails', error: 'it is "bad"' },
    { name: 'third', error: null },
  ]);
});
