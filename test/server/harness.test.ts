import { afterAll, beforeAll, expect, test } from 'vitest';
import { testSteps } from '../../server/testRunner/testSteps.ts';
import { type Playground, starter, startPlayground } from './playground.ts';
import { portsOf, runMode } from './testRuns.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground('harness');
});
afterAll(() => playground[Symbol.asyncDispose]());

const source = `use pgrx::prelude::*;
pg_module_magic!();

#[pg_extern]
fn two() -> i32 {
    2
}

#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use pgrx::prelude::*;

    #[pg_test]
    fn two_is_two() {
        assert_eq!(crate::two(), 2);
    }
}

#[cfg(test)]
mod plain {
    #[test]
    fn adds() {
        let unused = 1;
        assert_eq!(crate::twoo() + 1, 3);
    }
}

#[cfg(test)]
pub mod pg_test {
    pub fn setup(_options: Vec<&str>) {}
    pub fn postgresql_conf_options() -> Vec<&'static str> { vec![] }
}
`;

test('[P3] what does not compile under cfg(test) has its place and its fix, and the other tests run', async () => {
  const { build, sql } = portsOf(playground);
  const files = { ...starter, 'src/lib.rs': source };
  const ran = await runMode(playground, testSteps(build, sql), { files });
  const line = source.split('\n').findIndex((text) => text.includes('twoo')) + 1;
  expect(ran.of('diagnostic')).toMatchObject([
    {
      severity: 'error',
      code: 'E0425',
      file: 'src/lib.rs',
      line,
      column: 27,
      suggestions: [{ edits: [{ file: 'src/lib.rs', line, replacement: 'two' }] }],
    },
  ]);
  expect(ran.of('testResult').map(({ name, outcome }) => [name, outcome])).toEqual([
    ['tests::two_is_two', 'passed'],
    ['plain::adds', 'failed'],
  ]);
  expect(ran.of('testResult')[1]?.message).toContain('See Problems');
  const mended = { ...files, 'src/lib.rs': source.replace('twoo', 'two') };
  const again = await runMode(playground, testSteps(build, sql), { files: mended });
  expect(again.of('testResult').map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
  expect(again.of('diagnostic')).toEqual([]);
});
