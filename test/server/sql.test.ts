import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import { library, type Playground, type RunOptions, startPlayground } from './playground.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('sql', { sql: { statementMs: 2000, scriptMs: 20_000 } });
});
afterAll(() => playground[Symbol.asyncDispose]());

const files = library(`
#[pg_extern]
fn div(a: i32, b: i32) -> i32 {
    a / b
}

#[pg_extern]
fn parse(text: &str) -> Result<i32, std::num::ParseIntError> {
    text.parse()
}

#[pg_extern]
fn raise() {
    info!("first");
    notice!("second");
    println!("to the log");
    warning!("third");
}
`);
const run = (script: string, options?: RunOptions) => playground.run(files, script, options);

test('rows come as Postgres writes them, with types, tags, and null apart from empty', async () => {
  const { of, end } = await run(
    "select 1 as a, null as b, '' as c, 1.50::numeric(4,2), array[1,2], '{\"a\":1}'::jsonb;" +
      'create table t(a int, b text); insert into t select 1, null; select * from t; delete from t; drop table t',
  );
  expect(end).toEqual({ kind: 'ok' });
  const [first, ...rest] = of('statement');
  expect(first).toMatchObject({
    index: 0,
    offset: 0,
    command: 'SELECT 1',
    rowCount: 1,
    truncated: false,
    rows: [['1', null, '', '1.50', '{1,2}', '{"a": 1}']],
  });
  expect(first?.columns.map(({ type }) => type)).toEqual([
    'integer',
    'text',
    'text',
    'numeric',
    'integer[]',
    'jsonb',
  ]);
  expect(rest.map(({ command, rowCount, rows }) => [command, rowCount, rows])).toEqual([
    ['CREATE TABLE', null, []],
    ['INSERT 0 1', 1, []],
    ['SELECT 1', 1, [['1', null]]],
    ['DELETE 1', 1, []],
    ['DROP TABLE', null, []],
  ]);
});

test('each statement is its own transaction, and an error does not end the script', async () => {
  const { of, end, events } = await run(
    "select 'é', nothing; select 2; begin; select 1/0; select 3; rollback; select 4",
  );
  expect(end).toEqual({ kind: 'failed' });
  expect(of('sqlError').map(({ index, sqlstate }) => [index, sqlstate])).toEqual([
    [0, '42703'],
    [3, '22012'],
    [4, '25P02'],
  ]);
  expect(of('sqlError')[0]).toMatchObject({ position: 13, offset: 0, statement: "select 'é', nothing" });
  expect(events.at(-1)).toMatchObject({ type: 'statement', rows: [['4']] });
});

test('a syntax error has its position in characters, and its neighbours run', async () => {
  const { of } = await run("select 'é😀'; select 'é' + selec from; select 'open");
  expect(of('statement')).toMatchObject([{ rows: [['é😀']] }]);
  expect(of('sqlError')).toMatchObject([
    { index: 1, sqlstate: '42601', offset: 14 },
    { index: 2, sqlstate: '42601', position: 8, message: expect.stringContaining('unterminated') },
  ]);
  const [broken] = of('sqlError');
  // It is the end of the input that is wrong, one character behind the last.
  expect(broken?.position).toBe([...(broken?.statement ?? '')].length + 1);
});

test('\\set ON_ERROR_STOP ends the script at its first error', async () => {
  const { of, end } = await run('\\set ON_ERROR_STOP on\nselect 1/0; select 2');
  expect(end).toEqual({ kind: 'failed' });
  expect(of('statement').map(({ command }) => command)).toEqual(['\\set']);
  const off = await run('\\set ON_ERROR_STOP 1\n\\unset ON_ERROR_STOP\nselect 1/0; select 2');
  expect(off.of('statement').at(-1)).toMatchObject({ rows: [['2']] });
});

test('backslash commands are answered by psql, and keep its state', async () => {
  const { of } = await run(
    "create table shown(a int, b text);\n\\d shown\n\\x on\n\\t\nselect 1 as one \\gdesc\n\\echo it\\'s :x\n\\d missing\n\\c other\ndrop table shown",
  );
  const texts = of('statement').map(({ command, text }) => [command, text]);
  expect(texts[1]).toEqual(['\\d', expect.stringContaining('Table "public.shown"')]);
  expect(texts[2]).toEqual(['\\x', 'Expanded display is on.\n']);
  expect(texts[4]).toEqual(['\\gdesc', expect.stringMatching(/^Column *\| one\nType *\| integer\n/)]);
  expect(texts[6]).toEqual(['\\d', expect.stringContaining('Did not find any relation named "missing"')]);
  expect(of('sqlError')).toMatchObject([{ sqlstate: '0A000', message: '\\c can’t be used in a script.' }]);
});

test('variables of psql are replaced in statements, and casts are left alone', async () => {
  const { of } = await run(
    "\\set n 3\n\\set word 'it''s'\n\\set col \"a b\"\nselect :n + 1 as sum, :'word' as word, 1 as :\"col\", '1'::int, ':n'",
  );
  expect(of('statement').at(-1)).toMatchObject({
    rows: [['4', "it's", '1', '1', ':n']],
    columns: [{ name: 'sum' }, { name: 'word' }, { name: '"a b"' }, { name: 'int4' }, {}],
  });
  expect((await run('select :n')).of('sqlError')).toMatchObject([{ sqlstate: '42601' }]);
});

test('COPY reads its lines from the script and writes text', async () => {
  const { of, end } = await run(
    "create table c(a int, b text); copy c from stdin;\n1\tit's; \\\\d\n2\t\\N\n\\.\nselect count(*), count(b) from c;\ncopy c to stdout; copy c from stdin; drop table c;",
  );
  expect(end).toEqual({ kind: 'ok' });
  expect(of('statement').map(({ command, rows, text }) => [command, rows, text])).toEqual([
    ['CREATE TABLE', [], undefined],
    ['COPY 2', [], undefined],
    ['SELECT 1', [['2', '1']], undefined],
    ['COPY 2', [], "1\tit's; \\\\d\n2\t\\N\n"],
    ['COPY 0', [], undefined],
    ['DROP TABLE', [], undefined],
  ]);
});

test('several results of one message, types that the script makes, and an empty statement', async () => {
  const { of } = await run(
    "select 1\\; select 'a'::text; create type mood as enum ('ok'); select 'ok'::mood; drop type mood;;",
  );
  expect(of('statement').map(({ index, rows, columns }) => [index, rows[0], columns[0]?.type])).toEqual([
    [0, ['1'], 'integer'],
    [0, ['a'], 'text'],
    [1, undefined, undefined],
    [2, ['ok'], 'mood'],
    [3, undefined, undefined],
  ]);
});

test('notices come when they are raised, in order, before the result', async () => {
  const { events } = await run("do $$begin raise notice 'now'; perform pg_sleep(0.5); end$$; select raise()");
  const told = events.filter(({ type }) => type === 'notice' || type === 'statement');
  expect(told).toMatchObject([
    { type: 'notice', message: 'now' },
    { type: 'statement', command: 'DO' },
    { type: 'notice', severity: 'INFO', message: 'first' },
    { type: 'notice', severity: 'NOTICE', message: 'second' },
    { type: 'notice', severity: 'WARNING', message: 'third' },
    { type: 'statement', command: 'SELECT 1' },
  ]);
});

test('a notice is there before its statement has ended', async () => {
  const { events, at } = await run("do $$begin raise notice 'now'; perform pg_sleep(0.5); end$$");
  const notice = at[events.findIndex(({ type }) => type === 'notice')] ?? 0;
  expect((at.at(-1) ?? 0) - notice).toBeGreaterThan(450);
});

test('a panic is an error with its line, and the connection lives', async () => {
  const { of } = await run(
    "create temp table mine(a int); select div(1, 0); select parse('x'); select count(*) from mine",
  );
  expect(of('sqlError')).toMatchObject([
    { sqlstate: 'XX000', message: 'attempt to divide by zero', file: 'src/lib.rs', line: 6 },
    { sqlstate: '22000', message: 'invalid digit found in string' },
  ]);
  expect(of('sqlError')[0]?.detail).toMatch(/my_extension::div\n\s+at \/work\/project\/src\/lib\.rs:6:5/);
  expect(of('sqlError')[0]?.detail).not.toContain('library/std');
  expect(of('sqlError')[0]?.frames).toMatch(/^ *0: /);
  expect(of('statement').at(-1)).toMatchObject({ rows: [['0']] });
});

test('long, wide and large results are cut, said to be cut, and counted', async () => {
  const columns = Array.from({ length: 150 }, (_, index) => `${index} as c${index}`).join(',');
  const { of, end } = await run(
    `select generate_series(1, 5000); select ${columns}; select repeat('é', 9000); select repeat('x', 8000) from generate_series(1, 200)`,
  );
  expect(end).toEqual({ kind: 'ok' });
  const [long, wide, large, many] = of('statement');
  expect(long).toMatchObject({ rowCount: 5000, truncated: true });
  expect(long?.rows).toHaveLength(limits.resultRows);
  expect(wide).toMatchObject({ truncated: true });
  expect(wide?.rows[0]).toHaveLength(limits.resultColumns);
  expect(large?.rows[0]?.[0]).toHaveLength(limits.valueLength + 1);
  expect(large?.truncated).toBe(true);
  expect(many).toMatchObject({ rowCount: 200, truncated: true });
  expect(many?.rows.length).toBeLessThan(80);
});

test('a value over the bound cuts the connection, and the script goes on with another', async () => {
  const { of, end } = await run("select repeat('x', 20000000); select 'after'");
  expect(end).toEqual({ kind: 'limited', what: 'output' });
  expect(of('limit')).toMatchObject([{ what: 'output' }]);
  expect(of('statement')).toMatchObject([{ rows: [['after']] }]);
});

test('a long statement is interrupted, and the connection lives', async () => {
  const { of, end } = await run(
    'create temp table mine(a int); select pg_sleep(60); select count(*) from mine',
  );
  expect(end).toMatchObject({ kind: 'limited', what: 'time' });
  expect(of('limit')).toMatchObject([{ what: 'time', message: expect.stringContaining('interrupted') }]);
  expect(of('statement').at(-1)).toMatchObject({ rows: [['0']] });
});

test('cancel stops a statement and what psql does at once', async () => {
  for (const script of ['select pg_sleep(60)', 'select 1 \\watch 0.1']) {
    const cancel = new AbortController();
    let cancelled = 0;
    const { end } = await run(script, {
      signal: cancel.signal,
      onEvent(event) {
        if (event.type !== 'extension') return;
        setTimeout(() => {
          cancelled = performance.now();
          cancel.abort();
        }, 500);
      },
    });
    expect(end).toMatchObject({ kind: 'cancelled' });
    expect(performance.now() - cancelled).toBeLessThan(2500);
  }
  const { of } = await run(
    "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()",
  );
  expect(of('statement')).toMatchObject([{ rows: [['0']] }]);
});

test('an ended backend is told and replaced', async () => {
  const { of, end } = await run("select pg_terminate_backend(pg_backend_pid()); select 'after'");
  expect(end).toEqual({ kind: 'failed' });
  expect(of('sqlError')).toMatchObject([{ severity: 'FATAL', sqlstate: '57P01' }]);
  expect(of('statement')).toMatchObject([{ rows: [['after']] }]);
});

test('a script of nothing but operators is left to Postgres, which answers', async () => {
  const { of, end } = await run('+'.repeat(limits.sqlBytes));
  expect(['failed', 'limited']).toContain(end.kind);
  expect([...of('sqlError'), ...of('limit')]).toHaveLength(1);
});
