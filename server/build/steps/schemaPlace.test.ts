import { expect, test } from 'vitest';
import { schemaPlace } from './schemaPlace.ts';

const files = {
  'Cargo.toml': 'fn pairs',
  'src/lib.rs': 'mod deep;\n// fn pairs\nfn pairs_of() {}\n',
  'src/deep.rs':
    '#[pg_extern]\n    pub(crate) unsafe fn pairs() -> Pairs {}\n#[derive(PostgresType)]\npub struct Thing;\n',
};

test('finds the function or type that pgrx names', () => {
  const said = (what: string) => `${what} uses \`Pairs\` as return type, but it did not resolve`;
  expect(schemaPlace(said('Function `my_extension::deep::pairs`'), files)).toEqual({
    file: 'src/deep.rs',
    line: 2,
    column: 23,
  });
  expect(schemaPlace(said('type `my_extension::Thing`'), files)).toMatchObject({ line: 4 });
});

test('has no place for what it does not know', () => {
  expect(schemaPlace('Function `my_extension::none` is wrong', files)).toBeNull();
  expect(schemaPlace('Something is wrong', files)).toBeNull();
});
