import { readFileSync } from 'node:fs';
import { limits } from '../../../protocol/limits.ts';
import { pinnedPgrx, withPgrx } from '../../../protocol/pgrxPins.ts';
import { cargoFailure } from '../../../server/build/cargo/cargoFailure.ts';
import { checkManifest } from '../../../server/build/project/checkManifest.ts';
import { completeProject } from '../../../server/build/project/completeProject.ts';
import { withoutLeftOut } from '../../../server/build/project/leftOut.ts';
import { readManifest } from '../../../server/build/project/manifest.ts';
import { withPgrxHere } from '../../../server/build/project/pgrxHere.ts';
import { postgresSettings } from '../../../server/sql/extension/postgresSettings.ts';
import { testConfiguration } from '../../../server/testRunner/testConfiguration.ts';
import { rootCrate } from '../../support/rootCrate.ts';
import { type FuzzTarget, serverMs } from '../FuzzTarget.ts';
import { type Grammar, hostileText } from '../hostileText.ts';
import { type Recipe, textOf } from '../recipe.ts';
import { must } from './must.ts';

const manifest = readFileSync(new URL('../../../docker/starter/Cargo.toml', import.meta.url), 'utf8');

/** What an image has, as far as these parsers ask. */
const crates = ['pgrx', 'pgrx-tests', 'pgrx-bench'].map((name) => ({ name, version: '0.2.3' }));

const toml: Grammar = {
  words: [
    ...['pgrx = "=0.2.1"\n', 'pgrx-tests = "0.1"\n', 'pg9 = ["pgrx/pg9"]\n', '{ version = "=0.2.1" }'],
    ...[
      '[',
      ']',
      '[[',
      ']]',
      '{',
      '}',
      '=',
      ' = ',
      '.',
      ',',
      '#',
      '"""',
      "'''",
      '"',
      "'",
      '\n',
      '\\',
      'a',
      '1',
    ],
    ...[
      '[dependencies]\n',
      '[a]\n',
      '[profile.dev]\n',
      'lto = 1\n',
      '[dev-dependencies]\n',
      'dev-dependencies = {',
      'profile = { dev = {',
      'a = 1',
      'a = 1\n',
      '[dependencies.',
      'target',
      '.dependencies',
      'a.b',
      '[features]\n',
    ],
    ...[
      'serde = { git = "x" }\n',
      '1979-05-27',
      'true',
      '0x',
      '1e9',
      ' ',
      '  ',
      '\t',
      '\\u0000',
      '\\UFFFFFFFF',
    ],
  ],
  samples: [manifest, `${manifest}\n[dependencies]\nrand = "9"\nlocal = { path = "x" }\n`],
  most: limits.projectBytes,
};

/** What holds of every diagnostic that is placed in Cargo.toml. */
function placed(text: string, found: readonly { line: number | null; message: string }[]): void {
  const lines = text.split('\n').length;
  must(
    found.every(({ line }) => line !== null && line >= 1 && line <= lines),
    'a line is one of the file',
  );
  must(JSON.stringify(found).length < 1024 * 1024, 'what is said is bounded');
}

export const tomlTargets: FuzzTarget[] = [
  {
    name: 'readManifest',
    recipes: hostileText(toml),
    mostMs: serverMs,
    take: (recipe) => readManifest(textOf(recipe)),
  },
  {
    name: 'checkManifest',
    recipes: hostileText(toml),
    mostMs: serverMs,
    take(recipe) {
      const text = textOf(recipe);
      const read = readManifest(text);
      if (!read.ok) return must(read.error.message.length < 10_000, 'a message is short');
      const offer = { postgres: 17, crates, majors: [16, 17, 18] };
      const crate = { folder: '', file: 'Cargo.toml', text, manifest: read.value };
      placed(text, checkManifest(crate, offer));
      placed(text, withPgrxHere({ 'Cargo.toml': text }, crate, crates).warnings);
      const left = withoutLeftOut({ 'Cargo.toml': text }, crate, offer);
      placed(text, left.warnings);
      must(readManifest(left.files['Cargo.toml'] ?? '').ok, 'what is left can be read');
    },
  },
  {
    name: 'withPgrx',
    recipes: hostileText(toml),
    mostMs: serverMs,
    take(recipe) {
      const text = textOf(recipe);
      const pinned = pinnedPgrx(text);
      const moved = withPgrx(text, { pgrx: '0.18.1', bench: '0.18.1', newestMajor: 18 });
      // Of a longer text the end is not read, and the end may be another then.
      if (pinned !== null && text.length < limits.manifestLength / 8)
        must(pinnedPgrx(moved) === '=0.18.1', 'a pin is moved');
    },
  },
  {
    name: 'cargoFailure',
    recipes: hostileText({
      words: [
        'error: ',
        'error[',
        '`serde`',
        '`serde =',
        '\u001b[31m',
        '\u001b]8;;',
        '\u0007',
        '\n',
        'a',
        '\u009b',
      ],
      samples: ['error: no matching package named `serde` found\nlocation searched: …\n'],
      most: 256 * 1024,
    }),
    mostMs: serverMs,
    take(recipe) {
      const text = `${manifest}\n[dependencies]\nserde = "1"\n`;
      const crate = rootCrate(text);
      if (crate) placed(text, [cargoFailure(textOf(recipe), crate)]);
    },
  },
  {
    name: 'completeProject',
    recipes: hostileText(toml),
    mostMs: serverMs,
    take(recipe) {
      const starter = { 'Cargo.toml': manifest, 'my_extension.control': 'comment = my_extension' };
      completeProject({ 'Cargo.toml': textOf(recipe), 'src/lib.rs': '' }, starter);
    },
  },
  {
    name: 'postgresSettings',
    recipes: hostileText({
      words: ['shared_preload_libraries', ' = ', "'", "''", ',', 'a', ' ', '\t', '\n', '#', '='],
      samples: ["shared_preload_libraries = 'a, b'\n"],
      most: limits.projectBytes,
    }),
    mostMs: serverMs,
    take: (recipe) => postgresSettings(textOf(recipe), 'my_extension'),
  },
  {
    name: 'testConfiguration',
    recipes: hostileText({
      words: [
        'mod pg_test {',
        'fn setup',
        'fn postgresql_conf_options() {',
        'postgresql_conf_options',
        'fn ',
        '()',
        ' -> ',
        'vec![',
        '"',
        ',',
        ']',
        '{',
        '}',
        '//',
        '/*',
        ' ',
        '\n',
      ],
      samples: [
        'mod pg_test { pub fn setup() {} fn postgresql_conf_options() -> Vec<&\'static str> { vec!["a = 1", "b = 2"] } }',
      ],
      most: limits.projectBytes,
    }),
    mostMs: serverMs,
    take: (recipe: Recipe) => testConfiguration({ 'src/lib.rs': textOf(recipe) }),
  },
];
