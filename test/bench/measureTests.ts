import type { ProjectFiles } from '../../protocol/project.ts';
import { createBuildPort } from '../../server/build/createBuildPort.ts';
import { createSqlPort } from '../../server/sql/createSqlPort.ts';
import { testSteps } from '../../server/tests/testSteps.ts';
import { starter } from '../server/playground.ts';
import { execToEnd } from '../support/execToEnd.ts';
import { dockerSubject } from '../support/subject.ts';

const tests = Array.from(
  { length: 10 },
  (_, n) => `#[pg_test] fn test_${n}() { assert_eq!(crate::edit(), crate::edit()); }`,
);

/** Ten tests that pass, after the nth edit. */
const files = (edit: number): ProjectFiles => ({
  ...starter,
  'src/lib.rs': `use pgrx::prelude::*;
pg_module_magic!(name, version);
#[pg_extern] fn edit() -> i32 { ${edit} }
#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests { use pgrx::prelude::*; ${tests.join('\n')} }
#[cfg(test)]
pub mod pg_test {
    pub fn setup(_options: Vec<&str>) {}
    pub fn postgresql_conf_options() -> Vec<&'static str> { vec![] }
}`,
});

/** Milliseconds of ten `#[pg_test]`s after an edit: here, and by `cargo pgrx test` in the same container. */
export async function measureTests(edits: number): Promise<{ here: number[]; cargoPgrx: number[] }> {
  await using subject = dockerSubject('bench-tests');
  const sandbox = await subject.start();
  await using sql = createSqlPort(subject.port);
  const steps = testSteps(createBuildPort(subject.port, { starter, crates: [] }), sql);
  const database = { created: null, started: { settings: null, preload: null } };
  const times = { here: [] as number[], cargoPgrx: [] as number[] };
  for (let edit = 0; edit <= edits; edit++) {
    let passed = 0;
    const context = {
      sandbox,
      signal: new AbortController().signal,
      emit: (event: { type: string; outcome?: string }) => {
        if (event.type === 'testResult' && event.outcome === 'passed') passed++;
      },
    };
    const request = { files: files(edit), sql: '', mode: 'test' as const, postgres: sandbox.postgres };
    const began = performance.now();
    await steps({ context, request, database, built() {} });
    const ms = performance.now() - began;
    if (passed !== 10) throw new Error(`${passed} of 10 tests passed`);
    await execToEnd(subject.port, sandbox, [
      'sh',
      '-c',
      `sed -i 's/-> i32 { .* }/-> i32 { ${edit + 100_000} }/' src/lib.rs`,
    ]);
    const peerBegan = performance.now();
    const { exit, text } = await execToEnd(subject.port, sandbox, [
      'cargo',
      'pgrx',
      'test',
      `pg${sandbox.postgres}`,
    ]);
    const peerMs = performance.now() - peerBegan;
    if (exit.kind !== 'exited' || exit.code !== 0) throw new Error(text.slice(-2000));
    // The first of each also compiles what an edit does not change.
    if (edit === 0) continue;
    times.here.push(ms);
    times.cargoPgrx.push(peerMs);
  }
  return times;
}
