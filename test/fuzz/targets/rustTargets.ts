import { readFileSync } from 'node:fs';
import { limits } from '../../../protocol/limits.ts';
import { rustTests } from '../../../protocol/rust/rustTests.ts';
import { macroNote, macroTests } from '../../../server/testRunner/macroTests.ts';
import { type FuzzTarget, serverMs } from '../FuzzTarget.ts';
import { type Grammar, hostileText } from '../hostileText.ts';
import { textOf } from '../recipe.ts';
import { must } from './must.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const rust: Grammar = {
  words: [
    ...[
      '//',
      '/*',
      '*/',
      '/**',
      'r"',
      'r#"',
      '"#',
      'br##"',
      '##',
      '"',
      "'",
      "b'",
      "'a",
      "'\\''",
      '\\u{',
      '}',
    ],
    ...[
      'fn ',
      'fn a',
      'fn a;',
      'mod a {',
      'mod a;',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      ';',
      '#',
      '#[',
      '#![',
      '!',
    ],
    ...[
      '#[test]',
      '#[pg_test]',
      '#[pg_test(error = "',
      '#[should_panic]',
      'expected = "',
      'should_panic = "',
    ],
    ...['\\u{ffffff}', '\\x7f', '\\n', 'r#fn', '#[ignore]', 'macro_rules! a', '=', ' ', '\n', '_', 'a', '::'],
    ...[
      '#[pg_test]\nfn a() {}\n',
      '#[test]\nfn a() {}\n',
      '#[should_panic = "\\u{ffffff}"]',
      '#[cfg(any(test))]',
    ],
  ],
  samples: ['starters/json/src/lib.rs', 'starters/settings/src/lib.rs', 'docker/starter/src/lib.rs'].map(
    read,
  ),
  most: limits.projectBytes,
};

const sql: Grammar = {
  words: [
    ...[
      '-- src/lib.rs:1\n',
      '-- my::tests::a\n',
      'CREATE  FUNCTION tests."a"() RETURNS VOID',
      '-- ',
      '::',
      'a',
    ],
    ...['CREATE', 'FUNCTION', ' ', '\n', '"', '()', '\t', 'src/', '.rs:', '9'],
  ],
  samples: ['-- src/lib.rs:3\n-- my::tests::a\nCREATE  FUNCTION tests."a"() RETURNS VOID\n'],
  most: limits.generatedSqlLength,
};

export const rustTargets: FuzzTarget[] = [
  {
    name: 'rustTests',
    recipes: hostileText(rust),
    mostMs: serverMs,
    take(recipe) {
      const text = textOf(recipe);
      const found = rustTests({ 'src/lib.rs': text });
      must(found.length <= limits.tests, 'there are no more than the limit');
      const lines = text.split('\n').length;
      must(
        found.every(({ line }) => line >= 1 && line <= lines),
        'lines are lines of the file',
      );
    },
  },
  {
    name: 'macroTests',
    recipes: hostileText(sql),
    mostMs: serverMs,
    take(recipe) {
      const made = macroTests({ 'src/lib.rs': 'fn b() {}' }, textOf(recipe), new Set(['c']));
      must(made.length <= limits.tests, 'there are no more than the limit');
    },
  },
  {
    name: 'macroNote',
    recipes: hostileText(rust),
    mostMs: serverMs,
    take(recipe) {
      const [made] = rustTests({ 'src/lib.rs': '#[pg_test]\nfn a() {}' });
      macroNote({ 'src/lib.rs': textOf(recipe) }, made ? [made] : []);
    },
  },
];
