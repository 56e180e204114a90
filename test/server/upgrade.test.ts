import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { runToEnd } from '../../server/ports/runToEnd.ts';
import { library, type Playground, starter, startPlayground } from './playground.ts';

const script = (from: string, to: string) => `sql/my_extension--${from}--${to}.sql`;
const addsMore = `CREATE FUNCTION more() RETURNS int STRICT LANGUAGE c AS 'MODULE_PATHNAME', 'more_wrapper';`;

/** The extension in a version: `answer` gives its number, and from 2 on there is `more`. */
function project(version: string, answer: number, more: ProjectFiles = {}): ProjectFiles {
  const added = answer > 1 ? '#[pg_extern]\nfn more() -> i32 { 10 }' : '';
  return {
    ...library(`#[pg_extern]\nfn answer() -> i32 { ${answer} }\n${added}`),
    'Cargo.toml': starter['Cargo.toml']?.replace('"0.0.0"', `"${version}"`) ?? '',
    'my_extension.control': starter['my_extension.control'] ?? '',
    ...more,
  };
}

/** The same with a library whose name carries the version. */
function versioned(version: string, answer: number, more: ProjectFiles = {}): ProjectFiles {
  const control = starter['my_extension.control']?.replace(/^module_pathname.*\n/m, '') ?? '';
  return { ...project(version, answer, more), 'my_extension.control': control };
}

const current = "select extversion from pg_extension where extname = 'my_extension'";
const update = { update: true };

async function upgrades(playground: Playground): Promise<void> {
  await playground.run(project('0.1.0', 1), 'create table kept as select answer()');
  const files = project('0.2.0', 2, { [script('0.1.0', '0.2.0')]: addsMore });
  const { of, end } = await playground.run(files, `${current}; select more(); table kept`, update);
  expect(end).toEqual({ kind: 'ok' });
  expect(of('extension')).toMatchObject([{ action: 'updated', version: '0.2.0' }]);
  expect(of('statement').map(({ rows }) => rows)).toEqual([[['0.2.0']], [['10']], [['1']]]);
}

describe('versions side by side', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startPlayground('upgrade');
  });
  beforeEach(() => playground.renew());
  afterAll(() => playground[Symbol.asyncDispose]());

  const connect = async (sql: string) => {
    const connection = playground.sql.connect(playground.sandbox, playground.state, {
      onEvent() {},
      onClosed() {},
    });
    expect(await connection.open()).toMatchObject({ ok: true });
    const ask = async (text: string) => {
      const rows: unknown[] = [];
      const { signal } = new AbortController();
      const emit = (event: { type: string; rows?: unknown }) =>
        event.type === 'statement' && rows.push(event.rows);
      await connection.execute(text, { emit, signal });
      return rows;
    };
    return {
      first: await ask(sql),
      ask,
      look: () => connection.look(),
      close: () => connection[Symbol.asyncDispose](),
    };
  };

  const installed = async () => {
    const command = ['find', '/install', '-type', 'f', '-printf', '%f\n'];
    const { signal } = new AbortController();
    const listed = await runToEnd(playground.subject.port, playground.sandbox, command, {
      cwd: '/',
      env: {},
      keepBytes: limits.textLength,
      timeoutMs: 5000,
      signal,
    });
    return listed.ok ? listed.value.stdout.trim().split('\n').toSorted() : [];
  };

  it('[U1] takes the database to the new version with the script, dropping nothing', () =>
    upgrades(playground));

  it('[U1] creates what is not there, and leaves a version that is there already', async () => {
    const first = await playground.run(project('0.1.0', 1), current, update);
    expect(first.of('extension')).toMatchObject([{ action: 'created' }]);
    const same = await playground.run(project('0.1.0', 2), 'select answer()', update);
    expect(same.of('extension')).toMatchObject([
      { action: 'reconnected', reason: expect.stringContaining('Raise the version') },
    ]);
    expect(same.of('statement')).toMatchObject([{ rows: [['2']] }]);
  });

  it('[U2] [U3] tells that there is no way, a downgrade or a wrong script, and stays where it was', async () => {
    await playground.run(project('0.1.0', 1));
    const errors = [];
    for (const files of [
      project('0.2.0', 2),
      project('0.0.9', 1),
      project('0.2.0', 2, { [script('0.1.0', '0.2.0')]: 'CREATE FUNKTION more();' }),
    ]) {
      const { of, end } = await playground.run(files, 'select 1', update);
      expect(end).toEqual({ kind: 'failed' });
      expect(of('statement')).toEqual([]);
      errors.push(...of('sqlError').map(({ index, message }) => [index, message]));
    }
    const none = (to: string) =>
      `extension "my_extension" has no update path from version "0.1.0" to version "${to}"`;
    expect(errors).toEqual([
      [-1, none('0.2.0')],
      [-1, none('0.0.9')],
      [-1, 'syntax error at or near "FUNKTION"'],
    ]);
    const scriptGone = await playground.run(project('0.2.0', 2), '', update);
    expect(scriptGone.of('sqlError')).toMatchObject([{ message: none('0.2.0') }]);
    const back = await playground.run(project('0.1.0', 1), current, update);
    expect(back.of('statement')).toMatchObject([{ rows: [['0.1.0']] }]);
  });

  it('[U4] an open connection keeps the old library until it connects again', async () => {
    await playground.run(project('0.1.0', 1));
    const old = await connect('select answer()');
    const files = project('0.2.0', 2, { [script('0.1.0', '0.2.0')]: addsMore });
    await playground.run(files, '', update);
    expect([...old.first, ...(await old.ask('select answer()'))]).toEqual([[['1']], [['1']]]);
    expect((await old.look()).libraries).toEqual([{ file: 'my_extension.so', replaced: true }]);
    await old.close();
    const fresh = await connect('select answer()');
    expect(fresh.first).toEqual([[['2']]]);
    await fresh.close();
  });

  it('[U3] [U4] a versioned library is loaded when the SQL is updated, and the older ones stay', async () => {
    await playground.run(versioned('0.1.0', 1));
    const old = await connect('select answer()');
    expect(old.first).toEqual([[['1']]]);
    const failed = await playground.run(versioned('0.2.0', 2), '', update);
    expect(failed.of('sqlError')).toHaveLength(1);
    const between = await connect('select answer()');
    expect(between.first).toEqual([[['1']]]);
    await between.close();
    expect(await installed()).toEqual(
      expect.arrayContaining(['my_extension-0.1.0.so', 'my_extension-0.2.0.so', 'my_extension--0.1.0.sql']),
    );
    const swap = `CREATE OR REPLACE FUNCTION answer() RETURNS int STRICT LANGUAGE c AS '$libdir/my_extension-0.2.0', 'answer_wrapper';`;
    await playground.run(versioned('0.2.0', 2, { [script('0.1.0', '0.2.0')]: swap }), '', update);
    expect(await old.ask('select answer()')).toEqual([[['2']]]);
    expect((await old.look()).libraries.map(({ file, replaced }) => [file, replaced])).toEqual([
      ['my_extension-0.1.0.so', false],
      ['my_extension-0.2.0.so', false],
    ]);
    await old.close();
  });

  it('[U3] keeps no more than fits', async () => {
    for (let n = 1; n <= 10; n += 1) {
      const { end } = await playground.run(versioned(`0.${n}.0`, 1), 'select answer()');
      expect(end).toEqual({ kind: 'ok' });
    }
    const files = await installed();
    expect(files.filter((name) => name.endsWith('.sql'))).toHaveLength(8);
    const libraries = files.filter((name) => name.endsWith('.so'));
    expect(libraries).toContain('my_extension-0.10.0.so');
    expect(libraries.length).toBeLessThan(9);
  });

  it('[U5] does not begin under another name, and says what to do', async () => {
    await playground.run(project('0.1.0', 1), 'create table kept as select answer()');
    const { 'my_extension.control': control = '', ...rest } = project('0.2.0', 2);
    const { end } = await playground.run({ ...rest, 'other.control': control }, '', update);
    expect(end).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('renamed from my_extension'),
    });
    const { of } = await playground.run(project('0.1.0', 1), 'table kept', update);
    expect(of('statement')).toMatchObject([{ rows: [['1']] }]);
  });
});

describe.each([15, 18])('on Postgres %i', (postgres) => {
  it('[U1] takes the database to the new version', async () => {
    await using playground = await startPlayground(`upgrade${postgres}`, { postgres });
    await upgrades(playground);
  });
});
