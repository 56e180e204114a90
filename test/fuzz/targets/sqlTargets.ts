import { readFileSync } from 'node:fs';
import { runEvent } from '../../../protocol/events/events.ts';
import { limits } from '../../../protocol/limits.ts';
import { readVersions } from '../../../server/containers/askVersions.ts';
import { rustSources } from '../../../server/sql/extension/rustSources.ts';
import { readLook } from '../../../server/sql/postmaster/inspectBackend.ts';
import { deathInLog } from '../../../server/sql/postmaster/readCrash.ts';
import { toSqlError } from '../../../server/sql/script/toSqlError.ts';
import { splitScript } from '../../../server/sql/split/splitScript.ts';
import { type FuzzTarget, pageMs, serverMs } from '../FuzzTarget.ts';
import { hostileText } from '../hostileText.ts';
import { textOf } from '../recipe.ts';
import { must } from './must.ts';

const script = readFileSync(new URL('../../../starters/json/script.sql', import.meta.url), 'utf8');

const words = [
  ...[
    'select',
    ' 1',
    ';',
    "'",
    '"',
    '$$',
    '$a$',
    '--',
    '/*',
    '*/',
    '\\',
    '\\;',
    '\\g',
    '\\copy a from stdin',
    '\n',
  ],
  ...[
    'copy a from stdin;\n',
    '\\.\n',
    '+',
    '-',
    '(',
    ')',
    "E'",
    "U&'",
    'begin atomic',
    'end',
    ':a',
    '::',
    ',',
    '""',
  ],
  ...[
    'create function f() returns int',
    'as',
    '1a',
    '$1',
    '\\set',
    '\\if',
    '\\gset',
    'é',
    '|',
    '[',
    ']',
    ' ',
  ],
];

export const sqlTargets: FuzzTarget[] = [
  {
    name: 'splitScript',
    // Postgres's scanner takes quadratic time for some texts, which is why longer ones are split with a limit of time.
    recipes: hostileText({ words, samples: [script], most: 4 * 1024 }),
    mostMs: pageMs,
    take(recipe) {
      const text = textOf(recipe).replaceAll('\0', '');
      const parts = splitScript(text);
      let at = 0;
      for (const { offset } of parts) {
        must(offset >= at && offset <= text.length, 'parts come in their order, inside of the script');
        at = offset;
      }
    },
  },
  {
    name: 'toSqlError',
    recipes: hostileText({
      words: [
        '   0: ',
        '   1: a_wrapper',
        'at src/lib.rs:1:2',
        'at /work/project/src/lib.rs:9',
        '\n',
        ' ',
        ':',
        'a',
        '9',
      ],
      samples: ['   0: my::f\n             at src/lib.rs:3:4\n   1: f_wrapper\n   2: pgrx::x\n'],
      most: 1024 * 1024,
    }),
    mostMs: serverMs,
    take(recipe) {
      const text = textOf(recipe);
      const error = Object.assign(new Error(text), {
        length: 1,
        name: 'error' as const,
        severity: text,
        code: text,
        detail: text,
        hint: text,
        position: text,
        file: text,
        line: text,
        schema: text,
      });
      const told = toSqlError(error as never, { index: 0, sql: 'select 1' }, rustSources(['src/lib.rs']), 1);
      runEvent.parse(told);
      must(JSON.stringify(told).length < 16 * 6 * limits.textLength, 'an error is bounded');
    },
  },
  {
    name: 'deathInLog',
    recipes: hostileText({
      words: [
        '(PID ',
        '1',
        ') ',
        'was terminated by signal ',
        'exited with exit code ',
        '\n',
        ' ',
        '999999999999',
      ],
      samples: ['server process (PID 12) was terminated by signal 11: Segmentation fault\n'],
      most: 64 * 1024,
    }),
    mostMs: serverMs,
    take: (recipe) => deathInLog(textOf(recipe), 1, true),
  },
  {
    name: 'readLook',
    recipes: hostileText({
      words: ['/install/lib/', 'a.so', ' (deleted)', '\n', '--\n', '12', ' '],
      samples: ['/install/lib/a.so (deleted)\n--\n12\n'],
      most: 16 * 1024,
    }),
    mostMs: serverMs,
    take(recipe) {
      const { libraries, waitsFor } = readLook(textOf(recipe));
      must(libraries.length <= 20 && waitsFor.length <= 20, 'there are no more than twenty');
    },
  },
  {
    name: 'readVersions',
    recipes: hostileText({
      words: [
        'PostgreSQL ',
        '17.1',
        '\n',
        'rustc ',
        'cargo-pgrx ',
        '[',
        '{"name":"a","version":"1"}',
        ',',
        ']',
        ' ',
        '{',
      ],
      samples: ['PostgreSQL 17.1\nrustc 1.90.0 (x)\ncargo-pgrx 0.19.3\n[{"name":"serde","version":"1.0.1"}]'],
      most: 256 * 1024,
    }),
    mostMs: serverMs,
    take: (recipe) => readVersions(textOf(recipe), 17),
  },
];
