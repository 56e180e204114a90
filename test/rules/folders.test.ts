import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { importCycles } from './importCycles.ts';
import { importsOf } from './importsOf.ts';
import { projectFiles } from './projectFiles.ts';
import { rooms } from './rooms.ts';

/** The trees that are held to these rules. */
const trees = [
  'components/',
  'server/',
  'protocol/',
  'lessons/',
  'archive/',
  'porting/',
  'setup/',
  'test/support/',
  'test/bench/',
];

/** What one can take in at a glance. */
const mostModules = 20;

const guide = readFileSync('CONTRIBUTING.md', 'utf8');

/** A module shorter than this that only one other uses is read more easily where it is used. */
const fewLines = 15;

const files = projectFiles();
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const modules = files.filter(
  (file) => /\.(?:tsx?|mjs)$/.test(file) && trees.some((tree) => file.startsWith(tree)),
);
const sources = modules.filter((file) => !isTest(file));
const imports = new Map(files.filter((file) => /\.tsx?$/.test(file)).map((file) => [file, importsOf(file)]));

function groups(of: readonly string[], key: (file: string) => string): [string, string[]][] {
  return [...Map.groupBy(of, key)];
}

it(`has at most ${mostModules} modules in a folder`, () => {
  const large = groups(sources, posix.dirname).filter(([, inside]) => inside.length > mostModules);
  expect(sources.length).toBeGreaterThan(100);
  expect(large.map(([folder, inside]) => `${folder}: ${inside.length}`)).toEqual([]);
});

it('has no two modules of one name in a tree, but for what each feature shows of itself', () => {
  const named = modules.filter((file) => posix.basename(file) !== 'feature.tsx');
  const tree = (file: string) => trees.find((prefix) => file.startsWith(prefix)) ?? '';
  const twice = groups(named, (file) => tree(file) + posix.basename(file)).filter(([, of]) => of.length > 1);
  expect(twice.map(([, of]) => of)).toEqual([]);
});

it('has no modules that import each other in a circle, types included', () => {
  expect(importCycles(new Map(modules.map((file) => [file, imports.get(file) ?? []])))).toEqual([]);
});

it('has no tiny module that a single other one of its room uses', () => {
  const users = (file: string) => [...imports].flatMap(([user, of]) => (of.includes(file) ? user : []));
  const room = (file: string) => file.split('/').slice(0, 2).join('/');
  const tiny = sources.filter(
    (file) =>
      readFileSync(file, 'utf8').trimEnd().split('\n').length < fewLines &&
      posix.basename(file) !== 'feature.tsx' &&
      !file.includes('/testing/'),
  );
  const needless = tiny.filter((file) => {
    const [user, ...others] = users(file);
    return user !== undefined && others.length === 0 && room(user) === room(file);
  });
  expect(needless).toEqual([]);
});

it('tells of rooms by folders, never by files', () => {
  const named = rooms.flatMap(({ folder, may }) => [folder, ...may]);
  expect(named.filter((path) => /^(?:components|server)\//.test(path) && !path.endsWith('/'))).toEqual([]);
});

it.each([
  ['the page', 'components/'],
  ['the server', 'server/'],
])('has each folder of %s in the map of CONTRIBUTING.md, and no other', (title, tree) => {
  const map = guide.split(`### ${title[0]?.toUpperCase()}${title.slice(1)}`)[1]?.split('\n#')[0] ?? '';
  const rows = map.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)\/`/g)].map(([, name]) => name),
  );
  const inside = sources.filter((file) => file.startsWith(tree)).map((file) => file.split('/').slice(1));
  const there = new Set(inside.flatMap(([folder, ...rest]) => (rest.length > 0 ? [folder] : [])));
  expect(there.size).toBeGreaterThan(10);
  expect(named.toSorted()).toEqual([...there].sort());
});

it('names only files and folders that exist in CONTRIBUTING.md', () => {
  const named = [
    ...guide.matchAll(
      /(?<![\w/])(?:components|docker|lessons|protocol|server|setup|starters|test|tutorials)\/[\w./-]*\w\b/g,
    ),
  ];
  expect(named.length).toBeGreaterThan(40);
  expect(named.map(([path]) => path).filter((path) => !existsSync(path))).toEqual([]);
});

it.each([
  [
    [
      ['a', ['b']],
      ['b', ['c']],
      ['c', []],
    ],
    [],
  ],
  [
    [
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ],
    [['a', 'b', 'c']],
  ],
  [
    [
      ['a', ['a2']],
      ['a2', ['a', 'b']],
      ['b', ['b2']],
      ['b2', ['b']],
    ],
    [
      ['a', 'a2'],
      ['b', 'b2'],
    ],
  ],
] as [[string, string[]][], string[][]][])('finds the circles in %j', (edges, expected) => {
  expect(importCycles(new Map(edges)).sort()).toEqual(expected);
});
