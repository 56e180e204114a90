import { expect, it } from 'vitest';
import { rootCrate } from '../../../test/support/rootCrate.ts';
import { withNewerResolver } from './newerResolver.ts';

function built(text: string) {
  const crate = rootCrate(text);
  if (!crate) throw new Error('It cannot be read.');
  const { files, warnings } = withNewerResolver({ 'Cargo.toml': text }, crate);
  return { text: files['Cargo.toml'] ?? '', lines: warnings.map(({ line }) => line) };
}

it.each([
  ['# a\n[workspace] # b\nmembers = []\n', '# a\n[workspace] # b\nresolver = "2"\nmembers = []\n', 2],
  ['[workspace]\nresolver = "1"\n', '[workspace]\nresolver = "2"\n', 2],
  ['[package]\nname = "a"\nedition = "2018"', '[package]\nresolver = "2"\nname = "a"\nedition = "2018"', 1],
  ['[package]\nname = "a"\n[workspace]\n', '[package]\nname = "a"\n[workspace]\nresolver = "2"\n', 3],
])('builds %j with the second resolver, and says so', (before, after, line) => {
  expect(built(before)).toEqual({ text: after, lines: [line] });
});

it('finds its place in a text that other changes have moved', () => {
  const crate = rootCrate('[dependencies]\na = "1"\n[workspace]\n');
  const used = '[dependencies]\na = "=1.0.0"\n[workspace]\n';
  const { files } = crate ? withNewerResolver({ 'Cargo.toml': used }, crate) : { files: {} };
  expect(files).toEqual({ 'Cargo.toml': `${used}resolver = "2"\n` });
});

it.each([
  ['[workspace]\nresolver = "3"\n'],
  ['[package]\nname = "a"\nedition = "2021"\n'],
  ['[package]\nname = "a"\nedition = "2024"\n[workspace]\nmembers = []\n'],
  ['[package]\nname = "a"\nedition.workspace = true\n[workspace]\n[workspace.package]\nedition = "2021"\n'],
  ['[package]\nname = "a"\nresolver = "2"\n'],
])('leaves %j as it is', (text) => {
  expect(built(text)).toEqual({ text, lines: [] });
});
