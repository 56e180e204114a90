import fc from 'fast-check';
import { parse } from 'smol-toml';
import { expect, it } from 'vitest';
import { TomlPlaces } from './TomlPlaces.ts';

const text = `# [dependencies]
title = """
[dependencies]
hidden = 1
""" # a
list = [ # b = 1
  "[x]", { c = 1 },
]
[dependencies] # d
serde = { version = "1", git = "e" }
rand.path = "f"
"quoted.name" = '''
g = 1'''
outer = { inner = { deep = 1 }, other = "}" }
[target.'cfg(unix)'.dependencies]
libc = "h"
[[bin]]
name = "i"
[ dependencies . spaced ]
version = "1"`;

it.each([
  [['title'], 2],
  [['list'], 6],
  [['dependencies', 'hidden'], 9],
  [['dependencies', 'serde'], 10],
  [['dependencies', 'serde', 'git'], 10],
  [['dependencies', 'rand'], 11],
  [['dependencies', 'quoted.name'], 12],
  [['dependencies', 'g'], 9],
  [['dependencies', 'outer', 'inner', 'deep'], 14],
  [['dependencies', 'outer', 'other'], 14],
  [['target', 'cfg(unix)', 'dependencies', 'libc'], 16],
  [['bin', 'name'], 18],
  [['dependencies', 'spaced', 'version'], 20],
  [['none'], 1],
])('finds %j in line %i', (path, line) => {
  expect(parse(text)).toBeTruthy();
  expect(new TomlPlaces(text).lineOf(path)).toBe(line);
});

it('finds each key where it was written, among strings that look like others', () => {
  const value = fc.constantFrom(
    '1',
    '"[a]"',
    "'b = 2'",
    '"""\n[a]\nb = 3\n"""',
    '[1, # ]\n2]',
    '{ k = "}" }',
    "'''\n'\n'''",
  );
  const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 6 });
  const tables = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), keys, value), {
    selector: ([name]) => name,
    maxLength: 5,
  });
  fc.assert(
    fc.property(tables, (all) => {
      const lines: string[] = [];
      const expected: [string[], number][] = [];
      for (const [table, names, written] of all) {
        lines.push(`[${table}]`);
        for (const name of names) {
          expected.push([[table, name], lines.length + 1]);
          lines.push(...`${name} = ${written}`.split('\n'));
        }
      }
      const whole = lines.join('\n');
      parse(whole);
      const places = new TomlPlaces(whole);
      for (const [path, line] of expected) expect(places.lineOf(path)).toBe(line);
    }),
  );
});

it.each([
  ['a = "1" # one\nb = 2', ['a'], '"1"'],
  ['a = [ # one\n  1,\n] # two\n', ['a'], '[ # one\n  1,\n]'],
  ['a = { b = "1" , c = [2] } # d', ['a'], '{ b = "1" , c = [2] }'],
  ['a = { b = "1" , c = [2] } # d', ['a', 'b'], '"1"'],
  ['a = { b = "1" , c = [2] } # d', ['a', 'c'], '[2]'],
  ['[t]\na.b = 1.5   \r\n', ['t', 'a', 'b'], '1.5'],
  ['[t]\na = 1', ['t'], null],
] as [string, string[], string | null][])(
  'tells a value without what stands around it: %j, %j',
  (toml, path, value) => {
    const place = new TomlPlaces(toml).valueOf(path);
    expect(place && toml.slice(place.from, place.to)).toBe(value);
  },
);
