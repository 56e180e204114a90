import type { ProjectFiles } from '../../../protocol/project.ts';
import { createBuildPort } from '../../../server/build/createBuildPort.ts';
import type { Sandbox, SandboxPort } from '../../../server/ports/sandboxPort.ts';
import { createSqlPort } from '../../../server/sql/createSqlPort.ts';
import { testSteps } from '../../../server/testRunner/testSteps.ts';
import { openTasks } from '../../../server/wiring/tasks.ts';
import { starter } from '../../server/playground.ts';
import { execToEnd } from '../../support/execToEnd.ts';
import { dockerSubject } from '../../support/subject.ts';
import { type Defaults, defaultsEnvironment } from '../startDefaults.ts';

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

/** Milliseconds of ten `#[pg_test]`s after an edit. */
export interface TestTimes {
  here: number[];
  /** By `cargo pgrx test` in the same container. */
  cargoPgrx: number[];
  /** By `cargo pgrx test` where cargo has its own settings. */
  cargoDefaults: number[];
}

/** The same edits, each way. */
export async function measureTests(edits: number, defaults: Defaults): Promise<TestTimes> {
  await using subject = dockerSubject('bench-tests');
  const sandbox = await subject.start();
  await using tasks = openTasks();
  const sql = createSqlPort(subject.port, (script, key) => tasks.run('splitScript', script, key));
  const steps = testSteps(createBuildPort(subject.port, { starter, crates: () => [] }), sql);
  const database = { created: null, started: { settings: null, preload: null } };
  const times: TestTimes = { here: [], cargoPgrx: [], cargoDefaults: [] };
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
    await steps({ context, request, database, releaseBuildSlot() {} });
    const ms = performance.now() - began;
    if (passed !== 10) throw new Error(`${passed} of 10 tests passed`);
    const peerMs = await cargoPgrxTest(subject.port, sandbox, edit + 100_000, {});
    const defaultsMs = await cargoPgrxTest(defaults.docker.port, defaults.sandbox, edit, defaultsEnvironment);
    // The first of each also compiles what an edit does not change.
    if (edit === 0) continue;
    times.here.push(ms);
    times.cargoPgrx.push(peerMs);
    times.cargoDefaults.push(defaultsMs);
  }
  return times;
}

async function cargoPgrxTest(
  port: SandboxPort,
  sandbox: Sandbox,
  edit: number,
  env: Record<string, string>,
): Promise<number> {
  const write = ['sh', '-c', 'cat > src/lib.rs'];
  await execToEnd(port, sandbox, write, { input: files(edit)['src/lib.rs'] });
  const began = performance.now();
  const { exit, text, stderr } = await execToEnd(
    port,
    sandbox,
    ['cargo', 'pgrx', 'test', `pg${sandbox.postgres}`],
    { env },
  );
  const ms = performance.now() - began;
  if (exit.kind !== 'exited' || exit.code !== 0) throw new Error(`${text}${stderr}`.slice(-2000));
  return ms;
}
