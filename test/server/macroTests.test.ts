import { expect, test } from 'vitest';
import { testSteps } from '../../server/testRunner/testSteps.ts';
import { startPlayground } from './playground.ts';
import { cargoPgrxTest, crate, portsOf, runMode, verdictsOf } from './testRuns.ts';

test('[P1] tests that a macro makes are among them', { timeout: 300_000 }, async () => {
  await using playground = await startPlayground('macros');
  const { build, sql } = portsOf(playground);
  const files = crate(`
  macro_rules! same { ($($name:ident: $left:expr, $right:expr;)*) => { $(
      #[pg_test] fn $name() { assert_eq!($left, $right); }
  )* } }
  same! {
      two: 2, 1 + 1;
      five: 5, 2 + 2;
  }
  #[pg_extern] fn helper() { }
  #[pg_test] fn written() { }`);
  const ran = await runMode(playground, testSteps(build, sql), { files });
  const verdicts = { 'tests::two': 'passed', 'tests::five': 'failed', 'tests::written': 'passed' };
  expect(verdictsOf(ran)).toEqual(verdicts);
  expect(await cargoPgrxTest(playground)).toEqual(verdicts);
  const call = (files['src/lib.rs'] ?? '').split('\n').findIndex((line) => line.includes('same! {')) + 1;
  const place = { file: 'src/lib.rs', line: call };
  expect(ran.of('testPlan')[0]).toMatchObject({
    tests: expect.arrayContaining([{ name: 'tests::two', kind: 'pg_test', made: true, ...place }]),
    notes: [],
  });
  const one = await runMode(playground, testSteps(build, sql), { files, only: ['tests::five'] });
  expect(verdictsOf(one)).toEqual({ 'tests::five': 'failed' });
});
