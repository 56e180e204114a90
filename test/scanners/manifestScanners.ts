import { packProject } from '../../archive/packProject.ts';
import { portProject } from '../../porting/portProject.ts';
import { limits } from '../../protocol/limits.ts';
import { pinnedPgrx, withPgrx } from '../../protocol/pgrxPins.ts';
import { TomlPlaces } from '../../protocol/toml/TomlPlaces.ts';
import { checkManifest } from '../../server/build/project/checkManifest.ts';
import { withoutLeftOut } from '../../server/build/project/leftOut.ts';
import { readManifest } from '../../server/build/project/manifest.ts';
import { withPgrxHere } from '../../server/build/project/pgrxHere.ts';
import { lockPackages } from '../../server/snippets/lockPackages.ts';
import { rootCrate } from '../support/rootCrate.ts';
import { common, type Scanner } from './Scanner.ts';

const toml = {
  limit: limits.manifestLength,
  fragments: [
    ...common,
    ...[
      '[',
      ']',
      '[[',
      ']]',
      '{',
      '}',
      '=',
      '.',
      '#',
      '"""',
      "'''",
      '[a]\n',
      '[[a]]\n',
      'a=1\n',
      'a.b',
      '\\u0041',
    ],
    ...[
      '[package]\n',
      '[dependencies]\n',
      'b={git="c"}\n',
      '__proto__',
      'a = [',
      '1979-05-27',
      '0x',
      '1_',
      '-',
      '+',
    ],
  ],
  known: [
    ['[', 'a=1\n+a'],
    ['[', ' '],
    ['[dependencies]\n', 'a = "1"\n'],
    ['a.'],
    ['a={', '}'],
    ['a = [', ']'],
    ['"'],
    ['a="""', '""x'],
    ['[a.a.a.a]\n'],
    ['['],
  ],
};

/** One text of which thousands of keys are made: every problem is looked for and told. */
function checkAll(text: string): unknown {
  const crate = rootCrate(text);
  const crates = [{ name: 'pgrx', version: '0.2.3' }];
  if (!crate) return null;
  const offer = { postgres: 18, crates, majors: [18] };
  const files = { 'Cargo.toml': text };
  return [
    checkManifest(crate, offer),
    withPgrxHere(files, crate, crates),
    withoutLeftOut(files, crate, offer),
  ];
}

/** One line on which pgrx is pinned as often as there is room for, and features for a Postgres that nobody has. */
const pins = (text: string) => {
  let [features, made] = ['[features]\n', '[target]\n'];
  for (let at = 0; features.length < text.length / 2; at++) features += `f${at} = ["pgrx/pg9"]\n`;
  for (let at = 0; made.length < text.length / 2; at++)
    made += `t${at} = { dependencies = { pgrx = "=0.${at % 2 ? 2 : 1}.1" } }\n`;
  return checkAll(features + made);
};

/** A Cargo.toml with as many unknown dependencies as there is room for. */
const dependencies = (text: string, table = 'dependencies') => {
  let made = `[${table}]\n`;
  for (let at = 0; made.length < text.length; at++) made += `a${at} = "1"\n`;
  return checkAll(made);
};

const release = { pgrx: '0.18.1', bench: '0.18.1', newestMajor: 18 };
/** What the port changes in a Cargo.toml: as often as there is room for. */
const ported = (line: (at: number) => string, end = '') => ({
  limit: toml.limit,
  fragments: ['a'],
  known: [['a']],
  scan(text: string) {
    let made = '[dependencies]\npgrx = "0.1"\n[features]\n';
    for (let at = 0; made.length < text.length - 100; at++) made += line(at);
    return port({ 'Cargo.toml': made + end, 'a.control': '' });
  },
});

const port = (files: Record<string, string>) =>
  portProject(files, { pgrx: '0.19.9', crates: [], postgres: 18 });

/** What reads a Cargo.toml or a Cargo.lock. */
export const manifestScanners: Scanner[] = [
  {
    name: 'withPgrx',
    ...toml,
    fragments: [
      ...toml.fragments,
      'pgrx = "',
      'pgrx = {',
      'version',
      'pg99 = ["pgrx/',
      '[dependencies.pgrx]\n',
    ],
    scan: (text) => [pinnedPgrx(text), withPgrx(text, release), withPgrx(`[dependencies]\n${text}`, release)],
  },
  { name: 'readManifest', ...toml, scan: readManifest },
  {
    name: 'checkManifest of many for tests',
    limit: toml.limit,
    fragments: ['a'],
    known: [['a']],
    scan: (text) => dependencies(text, 'dev-dependencies'),
  },
  { name: 'TomlPlaces', ...toml, scan: (text) => new TomlPlaces(text).lineOf(['dependencies', 'a']) },
  { name: 'checkManifest', ...toml, scan: checkAll },
  {
    name: 'checkManifest of many',
    limit: toml.limit,
    fragments: ['a'],
    known: [['a']],
    scan: (text) => dependencies(text),
  },
  { name: 'checkManifest of many pins', limit: toml.limit, fragments: ['a'], known: [['a']], scan: pins },
  {
    name: 'packProject',
    ...toml,
    limit: limits.projectBytes,
    scan: (text) => packProject({ files: { 'Cargo.toml': text }, sql: '', postgres: 18, pgrx: '1' }, 'zip'),
  },
  {
    name: 'portProject, a manifest',
    ...toml,
    known: [...toml.known, ['[[bin]]\nname = "pgrx_embed_a"\n'], ['[dependencies]\n', 'pgx={git="a"}\n']],
    scan: (text) => port({ 'Cargo.toml': text, '.cargo/config': text, 'a.control': '' }),
  },
  { name: 'portProject, of many features', ...ported((at) => `pg${at + 20} = ["pgrx/pg${at + 20}"]\n`) },
  {
    name: 'portProject, of one long list',
    ...ported((at) => (at === 0 ? 'a = [\n' : '"pgrx/pg9",\n'), ']\n'),
  },
  {
    name: 'portProject, of many crates',
    ...ported((at) => `[target.a${at}.dependencies]\npgx = { git = "a", tag = "b" }\n`),
  },
  { name: 'portProject, of many programs', ...ported(() => '[[bin]]\nname = "pgrx_embed_a"\n\n') },
  {
    name: 'lockPackages',
    ...toml,
    limit: limits.projectBytes,
    known: [['name = "a"\nversion = "1"\n'], ['name = "']],
    scan: lockPackages,
  },
];
