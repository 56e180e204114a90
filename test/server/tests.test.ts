import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchSteps } from '../../server/testRunner/benchSteps.ts';
import { regressSteps } from '../../server/testRunner/regressSteps.ts';
import { testSteps } from '../../server/testRunner/testSteps.ts';
import { testMajors } from '../support/subject.ts';
import { type Playground, starter, startPlayground } from './playground.ts';
import { cargoPgrxTest, crate, portsOf, runMode, verdictsOf } from './testRuns.ts';

const many = crate(`
    #[pg_test] fn passes() { println!("it was printed"); notice!("noticed"); assert_eq!(crate::hello(), "hello"); }
    #[pg_test]
    fn fails() {
        assert_eq!(1, 2, "one is not two");
    }
    #[pg_test(error = "it is bad")] fn expects() { error!("it is bad"); }
    #[pg_test(error = "it is bad")] fn expects_another() { error!("it is good"); }
    #[pg_test(error = "it is bad")] fn expects_in_vain() { }
    #[pg_test] fn panics() { panic!("on purpose"); }
    #[pg_test] #[should_panic(expected = "on purpose")] fn should_panic() { panic!("on purpose"); }
    #[pg_test] #[should_panic(expected = "on purpose")] fn should_panic_so() { panic!("otherwise"); }
    #[pg_test] #[should_panic] fn should_panic_in_vain() { }
    #[pg_test] #[ignore] fn ignored() { panic!("never"); }
    #[pg_test] fn returns_err() -> Result<(), pgrx::spi::Error> { Spi::run("SELECT 1/0")?; Ok(()) }
    #[pg_test] fn writes() { Spi::run("CREATE TABLE left_behind ()").unwrap(); }
    #[pg_test] fn writes_again() { Spi::run("CREATE TABLE left_behind ()").unwrap(); }
    #[pg_test] fn has_the_setting() { assert_eq!(Spi::get_one::<String>("SHOW work_mem"), Ok(Some("5MB".into()))); }
    #[pg_test] fn a_name_that_is_far_longer_than_postgres_has_any_room_for_in_its_catalog() { }
    #[test] fn plain_passes() { assert_eq!(2, 1 + 1); }
    #[test] fn plain_fails() { println!("printed before"); assert_eq!(2, 1 + 2); }
    #[test] #[ignore] fn plain_ignored() { }
    #[test] #[should_panic(expected = "boom")] fn plain_should_panic() { panic!("boom"); }`);
const crashing = crate(`
    #[pg_test] fn before() { }
    #[pg_test] fn crashes() { std::process::abort(); }
    #[pg_test] fn loops() { loop { std::thread::sleep(std::time::Duration::from_millis(10)); } }
    #[pg_test] fn after() { }`);

describe.each(testMajors)('on Postgres %i', (postgres) => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startPlayground('tests', { postgres });
  });
  afterAll(() => playground[Symbol.asyncDispose]());

  test('[P1] [P2] [P3] the verdicts are those of cargo pgrx test', { timeout: 300_000 }, async () => {
    const { build, sql } = portsOf(playground);
    const ran = await runMode(playground, testSteps(build, sql), { files: many });
    const verdicts = verdictsOf(ran);
    expect(ran.of('testPlan')[0]?.tests.map(({ name }) => name)).toEqual(Object.keys(verdicts));
    expect(await cargoPgrxTest(playground)).toEqual(verdicts);
    expect(ran.end).toMatchObject({ step: 'checks', end: { kind: 'failed' } });

    const result = (name: string) => ran.of('testResult').find((one) => one.name === `tests::${name}`);
    expect(result('passes')).toMatchObject({
      outcome: 'passed',
      notices: [{ severity: 'NOTICE', message: 'noticed' }],
    });
    expect(ran.of('testOutput')).toContainEqual({
      type: 'testOutput',
      name: 'tests::passes',
      text: 'it was printed',
    });
    const at = (many['src/lib.rs'] ?? '').split('\n').findIndex((line) => line.includes('one is not two'));
    expect(result('fails')).toMatchObject({ file: 'src/lib.rs', line: at + 1, error: { sqlstate: 'XX000' } });
    expect(result('expects_another')?.message).toContain('it is good');
    expect(result('plain_fails')?.printed).toContain('printed before');
  });

  test('[P2] one that crashes or loops has failed, and the others go on', { timeout: 300_000 }, async () => {
    const { build, sql } = portsOf(playground, 2_000);
    const ran = await runMode(playground, testSteps(build, sql), { files: crashing });
    expect(verdictsOf(ran)).toEqual({
      'tests::before': 'passed',
      'tests::crashes': 'failed',
      'tests::loops': 'failed',
      'tests::after': 'passed',
    });
    const messages = ran.of('testResult').map(({ message }) => message);
    expect(messages[1]).toContain('SIGABRT');
    expect(messages[2]).toContain('took over 2 s');
    // Alone: cargo pgrx test lets every other test fail that runs when one crashes.
    expect(await cargoPgrxTest(playground, ['crashes'])).toEqual({ 'tests::crashes': 'failed' });

    const some = await runMode(playground, testSteps(build, sql), {
      files: crashing,
      only: ['tests::after'],
    });
    expect(verdictsOf(some)).toEqual({ 'tests::after': 'passed' });
    expect(some.end.end).toEqual({ kind: 'ok' });
    // What is the person's is as it was.
    const own = await playground.run(crashing, 'select hello(); select to_regnamespace($$tests$$)');
    expect(own.of('statement').map(({ rows }) => rows[0]?.[0])).toEqual(['hello', null]);
  });

  test('[P4] regression files get the verdicts of cargo pgrx regress', { timeout: 300_000 }, async () => {
    const { build, sql } = portsOf(playground);
    const files = {
      ...starter,
      'tests/pg_regress/sql/setup.sql': 'CREATE EXTENSION my_extension;\n',
      'tests/pg_regress/expected/setup.out': 'CREATE EXTENSION my_extension;\n',
      'tests/pg_regress/sql/good.sql': 'SELECT hello_my_extension();\n',
      'tests/pg_regress/expected/good.out':
        'SELECT hello_my_extension();\n hello_my_extension  \n---------------------\n Hello, my_extension\n(1 row)\n\n',
      'tests/pg_regress/sql/bad.sql': 'SELECT 1/0;\n',
      'tests/pg_regress/expected/bad.out': 'SELECT 1/0;\nERROR:  division by two\n',
    };
    const ran = await runMode(playground, regressSteps(build, sql), { files });
    const verdicts = ran.of('regressResult').map(({ name, outcome }) => `${name} ${outcome}`);
    expect(verdicts, JSON.stringify({ ...ran.end, said: ran.of('log') })).toEqual([
      'setup passed',
      'bad failed',
      'good passed',
    ]);
    expect(ran.of('regressResult')[1]?.output).toBe('SELECT 1/0;\nERROR:  division by zero\n');
    const fresh = { ...files, 'tests/pg_regress/sql/new.sql': 'SELECT 2;\n' };
    const again = await runMode(playground, regressSteps(build, sql), { files: fresh, only: ['new'] });
    expect(again.of('regressResult')).toMatchObject([
      { name: 'setup', outcome: 'passed' },
      { name: 'new', outcome: 'new', output: expect.stringContaining('SELECT 2;') },
    ]);
  });
});

test('[P5] benchmarks and twins are measured, and how the code was compiled is said', {
  timeout: 300_000,
}, async () => {
  await using playground = await startPlayground('bench');
  const { build, sql } = portsOf(playground);
  const ran = await runMode(playground, benchSteps(build, sql), { files: starter });
  expect(ran.of('benchPlan')).toMatchObject([
    { names: ['bench_hello_my_extension'], compiled: expect.stringContaining('opt-level 3') },
  ]);
  const [result] = ran.of('benchResult');
  expect(result).toMatchObject({ error: null, file: 'src/lib.rs', samples: 100, warmUpMs: 3000 });
  // A call that debug code makes takes some hundred times as long.
  expect(result?.median?.ns).toBeLessThan(100);
  expect(ran.end.end).toEqual({ kind: 'ok' });

  const files = crate('');
  const twin = { rust: 'hello()', twin: "CASE WHEN x = 7 THEN 'x' ELSE 'hello' END", setup: '' };
  const twins = await runMode(playground, benchSteps(build, sql), { files, twin });
  expect(twins.of('twinPlan')).toMatchObject([{ runs: 9, differ: { x: '7', rust: 'hello', twin: 'x' } }]);
  expect(twins.of('twinPoint').map(({ size }) => size)).toEqual([10, 100, 1000, 10_000, 100_000]);
  for (const { rust } of twins.of('twinPoint')) {
    expect(rust.low).toBeGreaterThan(0);
    expect(rust.low).toBeLessThanOrEqual(rust.median);
    expect(rust.median).toBeLessThanOrEqual(rust.high);
  }
  const wrong = await runMode(playground, benchSteps(build, sql), {
    files,
    twin: { rust: 'hello()', twin: 'nothing_here(x)', setup: '' },
  });
  expect(wrong.of('sqlError')).toMatchObject([{ sqlstate: '42883' }]);
});
