import { expect, it } from 'vitest';
import { rootCrate } from '../../../test/support/rootCrate.ts';
import { withPgrxHere } from './pgrxHere.ts';

const crates = [
  { name: 'pgrx', version: '9.8.7' },
  { name: 'pgrx-bench', version: '9.8.6' },
  { name: 'pgrx-tests', version: '9.8.7' },
];

function here(text: string) {
  const crate = rootCrate(text);
  if (!crate) throw new Error('It cannot be read.');
  return withPgrxHere({ 'Cargo.toml': text }, crate, crates);
}

it('builds with the patch release that is here, and says so where the other is pinned', () => {
  const { files, warnings } = here(
    '[dependencies]\npgrx = { version = "=9.8.1", features = ["pg17"] } # =9.8.1\n\n[dependencies.pgrx-bench]\nversion = "=9.8.7"\n\n[dev-dependencies]\npgrx-tests = "= 9.8.1"\n',
  );
  expect(files['Cargo.toml']).toBe(
    '[dependencies]\npgrx = { version = "=9.8.7", features = ["pg17"] } # =9.8.1\n\n[dependencies.pgrx-bench]\nversion = "=9.8.6"\n\n[dev-dependencies]\npgrx-tests = "=9.8.7"\n',
  );
  expect(
    warnings.map(({ severity, line, column, endColumn }) => [severity, line, column, endColumn]),
  ).toEqual([
    ['warning', 2, 21, 27],
    ['warning', 5, 12, 18],
    ['warning', 8, 15, 22],
  ]);
  expect(warnings[0]).toMatchObject({
    message: 'This server has pgrx 9.8.7, so the project was built with that instead of 9.8.1.',
    suggestions: [{ edits: [{ line: 2, column: 21, endColumn: 27, replacement: '=9.8.7' }] }],
  });
  expect(warnings[0]?.rendered).toContain('warning');
});

it.each([
  ['the release that is here', 'pgrx = "=9.8.7"'],
  ['another minor release', 'pgrx = "=9.7.7"'],
  ['no exact release', 'pgrx = "9.8.1"'],
  ['another crate', 'serde = "=9.8.1"'],
  ['a crate that is not known', 'pgrx-else = "=9.8.1"'],
])('leaves %s as it is', (_, line) => {
  const text = `[dependencies]\n${line}\n`;
  expect(here(text)).toEqual({ files: { 'Cargo.toml': text }, warnings: [] });
});
