import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitScript } from './splitScript.ts';

const brief = (script: string) =>
  splitScript(script).map((part) => (part.kind === 'sql' ? part.text : `${part.name}: ${part.input}`));

test('statements end at semicolons, and the last needs none', () => {
  expect(brief('select 1;\n\n-- two\nselect 2 ; ; select 3 -- end')).toEqual([
    'select 1',
    'select 2',
    'select 3 -- end',
  ]);
  expect(brief('')).toEqual([]);
  expect(brief('-- nothing\n/* at /* all */ */ ;')).toEqual([]);
});

test('offsets count UTF-16 code units', () => {
  const script = "/* 😀é */ select '😀';select 2";
  const parts = splitScript(script);
  expect(parts.map(({ offset, text }) => script.slice(offset, offset + text.length))).toEqual([
    "select '😀'",
    'select 2',
  ]);
});

test('semicolons inside of bodies, literals and comments end nothing', () => {
  const statements = [
    'create function f() returns int begin atomic select case when true then 1 end; select 2; end',
    'create function g() returns int as $body$ begin return 1; end; $body$ language plpgsql',
    "select ';', E'\\';', $$;$$, \";\" /* ; /* ; */ */ -- ;\n",
    'create rule r as on insert to t do also (insert into a values (1); insert into b values (2))',
  ];
  expect(brief(statements.join(';'))).toEqual(statements.map((one) => one.trimEnd()));
});

test('a broken statement is one of its own, and its neighbours are whole', () => {
  expect(brief("select 1; selec 'é;' from; select 3;")).toEqual(['select 1', "selec 'é;' from", 'select 3']);
  expect(brief('select 1; select 1a; select 3')).toEqual(['select 1', 'select 1a', 'select 3']);
  expect(brief('select ""; select 3')).toEqual(['select ""', 'select 3']);
  expect(brief("select 1; select 'open; select 3")).toEqual(['select 1', "select 'open; select 3"]);
  expect(brief('select 1; select $a$ open; select 3')).toEqual(['select 1', 'select $a$ open; select 3']);
  expect(brief('select 1; /* open; select 3')).toEqual(['select 1', '/* open; select 3']);
  expect(brief('create function f() returns int begin atomic selec 1; delete from t; end; select 2')).toEqual(
    ['create function f() returns int begin atomic selec 1; delete from t; end', 'select 2'],
  );
  expect(brief(`select ${'('.repeat(20_000)}`)).toHaveLength(1);
  expect(brief('select 1\u0001; select 2')).toHaveLength(2);
});

test('backslash commands are found outside of literals and comments only', () => {
  expect(brief("\\d t\nselect 1;\n\\echo it's\nselect 2;\n")).toEqual([
    'd: \\d t',
    'select 1',
    "echo: \\echo it's",
    'select 2',
  ]);
  expect(brief("select '\\d', $$\n\\d\n$$ -- \\d\n/* \\d */;")).toHaveLength(1);
  expect(brief('select 1 \\d t\nselect 2')).toEqual(['select 1', 'd: \\d t', 'select 2']);
});

test('a command that ends a statement takes it along, but \\g and \\gx only end it', () => {
  expect(brief('select 1; select 2 \\gdesc\nselect 3 \\gx\nselect 4\n\\g\nselect 5')).toEqual([
    'select 1',
    'gdesc: select 2 \\gdesc',
    'select 3',
    'select 4',
    'select 5',
  ]);
});

test('\\; joins statements and keeps positions', () => {
  expect(brief("select 1\\; select '\\;'; select 3")).toEqual(["select 1 ; select '\\;'", 'select 3']);
});

test('COPY FROM STDIN takes the lines up to \\.', () => {
  const script =
    "copy t (a, b) from stdin with csv;\nit's,\\N\n2,b\n\\.\nselect 2;\n\\copy t from stdin\n1\n\\.\nselect 3";
  const parts = splitScript(script);
  expect(parts).toMatchObject([
    { kind: 'sql', text: 'copy t (a, b) from stdin with csv', copyData: "it's,\\N\n2,b\n" },
    { kind: 'sql', text: 'select 2' },
    { kind: 'meta', name: 'copy', input: '\\copy t from stdin\n1\n\\.' },
    { kind: 'sql', text: 'select 3' },
  ]);
  expect(splitScript('copy t from stdin;\n1\n2')).toMatchObject([{ copyData: '1\n2\n' }]);
  expect(brief('copy t from stdin; select 1;')).toEqual(['copy t from stdin', 'select 1']);
});

const whole = fc.constantFrom(
  'select 1',
  "select 'it''s; \\d', 'é😀'",
  'select $x$ ; \\d $x$',
  'select "a;b" from (select 1 as "a;b") s',
  'create function f() returns int begin atomic select 1; select 2; end',
  "insert into t values (E'\\';')",
  'create rule r as on insert to t do (select 1; select 2)',
);
const between = fc.constantFrom(';', ' ;\n', ';;', "; -- it's ; \\d\n", ';/* "; /* \\d */ */');

test('property: whole statements come back as they were, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, between), { maxLength: 12 }), (written) => {
      expect(brief(written.flat().join(''))).toEqual(written.map(([statement]) => statement));
    }),
  );
});

test('property: of a broken script nothing but blanks, comments and semicolons is left out', () => {
  const scrap = fc.constantFrom(
    'select',
    ' ',
    '\n',
    "'",
    '"',
    '$$',
    ';',
    '(',
    ')',
    '\\',
    '1a',
    'é',
    '😀',
    'begin',
    '+',
    'd ',
  );
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
      const script = scraps.join('');
      let at = 0;
      for (const part of splitScript(script)) {
        expect(part.offset).toBeGreaterThanOrEqual(at);
        expect(script.slice(at, part.offset)).toMatch(/^[\s;]*(\\gx?[\s;]*)*$/);
        at = part.offset + part.text.length;
      }
      expect(script.slice(at)).toMatch(/^[\s;]*(\\gx?[\s;]*)*$/);
    }),
    { numRuns: 1000 },
  );
});

test('a script that makes the scanner begin anew again and again is given up in bounded time', () => {
  const size = 64 * 1024;
  for (const scrap of ["\\'\n", '\\x\n', "'", '$a$', '1a ', 'copy t from stdin;\n', '\\;', '""']) {
    const before = process.cpuUsage();
    splitScript(scrap.repeat(size / scrap.length));
    const { user } = process.cpuUsage(before);
    expect.soft(user / 1e6, `CPU seconds for ${scrap}`).toBeLessThan(5);
  }
}, 60_000);
