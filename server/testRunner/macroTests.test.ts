import { expect, it } from 'vitest';
import { macroNote, macroTests } from './macroTests.ts';

const item = (line: number, path: string, statement: string) =>
  `/* <begin connected objects> */\n-- src/lib.rs:${line}\n-- ${path}\n${statement}\nSTRICT\nLANGUAGE c /* Rust */\nAS 'MODULE_PATHNAME', 'w';\n/* </end connected objects> */\n`;
const test = (line: number, fn: string) =>
  item(line, `my::tests::${fn}`, `CREATE  FUNCTION tests."${fn}"() RETURNS VOID`);
const files = { 'src/lib.rs': 'fn helper() {}\n// fn made() {}\nmake! { made }' };

it('finds the functions of the schema tests that no file has', () => {
  const sql = [
    test(3, 'made'),
    test(1, 'helper'),
    test(9, 'known'),
    item(3, 'my::made_too', 'CREATE  FUNCTION "made_too"() RETURNS VOID'),
    item(3, 'my::tests::gives', 'CREATE  FUNCTION tests."gives"() RETURNS TEXT'),
    item(3, 'my::tests::takes', 'CREATE  FUNCTION tests."takes"("x" INT) RETURNS VOID'),
  ].join('');
  expect(macroTests(files, sql, new Set(['known']))).toMatchObject([
    { name: 'tests::made', fn: 'made', module: 'tests', file: 'src/lib.rs', line: 3, kind: 'pg_test' },
  ]);
  expect(macroTests({ 'src/other.rs': '' }, sql, new Set())).toEqual([]);
});

it('says what it cannot know, where a macro turns verdicts round', () => {
  const made = macroTests(files, test(3, 'made'), new Set());
  const macroOf = (rules: string) => ({ 'src/lib.rs': `macro_rules! make {\n${rules}\n}\n` });
  expect(macroNote(macroOf('#[pg_test] fn $name() {}'), made)).toEqual([]);
  expect(macroNote(macroOf('#[pg_test(error = $text)] fn $name() {}'), made)).toHaveLength(1);
  expect(macroNote(macroOf('#[pg_test(error = $text)] fn $name() {}'), [])).toEqual([]);
});
