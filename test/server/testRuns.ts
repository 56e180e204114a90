import { type RunEvent, type RunEventOf, runEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles, RunRequest } from '../../protocol/project.ts';
import { createBuildPort } from '../../server/build/createBuildPort.ts';
import type { ModeEnd, RunModeSteps } from '../../server/ports/runPorts.ts';
import { createSqlPort } from '../../server/sql/createSqlPort.ts';
import { execToEnd } from '../support/execToEnd.ts';
import { type Playground, starter } from './playground.ts';

export interface Ran {
  end: ModeEnd;
  events: RunEvent[];
  of<T extends RunEvent['type']>(type: T): RunEventOf<T>[];
}

/** Runs a mode in a playground's container as a session does. */
export async function runMode(
  playground: Playground,
  steps: RunModeSteps,
  request: Partial<RunRequest> & { files: ProjectFiles },
): Promise<Ran> {
  const events: RunEvent[] = [];
  const emit = (event: RunEvent) => void events.push(runEvent.parse(event));
  const { sandbox, state } = playground;
  const end = await steps({
    context: { sandbox, emit, signal: new AbortController().signal },
    request: { sql: '', mode: 'test', postgres: sandbox.postgres, ...request },
    database: state,
    releaseBuildSlot() {},
  });
  return { end, events, of: (type) => events.filter((event) => event.type === type) as never };
}

/** The ports of a playground's container, as the modes take them. */
export function portsOf({ subject, split }: Playground, statementMs = 10_000) {
  const build = createBuildPort(subject.port, { starter, crates: () => [] });
  return { build, sql: createSqlPort(subject.port, split, { statementMs }) };
}

/** What each test came to, by its name. */
export const verdictsOf = ({ of }: Ran) =>
  Object.fromEntries(of('testResult').map(({ name, outcome }) => [name, outcome]));

/** A crate of tests that do all that tests can do. */
export const crate = (tests: string): ProjectFiles => ({
  ...starter,
  'src/lib.rs': `use pgrx::prelude::*;
pg_module_magic!(name, version);
#[pg_extern] fn hello() -> &'static str { "hello" }
#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use pgrx::prelude::*;
${tests}
}
#[cfg(test)]
pub mod pg_test {
    pub fn setup(_options: Vec<&str>) {}
    pub fn postgresql_conf_options() -> Vec<&'static str> { vec!["work_mem = '5MB'"] }
}`,
});

/** What `cargo pgrx test` itself says, in the same container as the session's user. */
export async function cargoPgrxTest(
  { subject, sandbox }: Playground,
  names: string[] = [],
): Promise<Record<string, string>> {
  const argv = ['cargo', 'pgrx', 'test', `pg${sandbox.postgres}`, ...names];
  const { text, stderr } = await execToEnd(subject.port, sandbox, argv);
  const words: Record<string, string> = { ok: 'passed', FAILED: 'failed', ignored: 'ignored' };
  const lines = `${text}${stderr}`.matchAll(/^test (\S+?)(?: - should panic)? \.\.\. (ok|FAILED|ignored)/gm);
  const verdicts: Record<string, string> = {};
  for (const [, name = '', word = ''] of lines) verdicts[name.replace('::pg_', '::')] = words[word] ?? word;
  return verdicts;
}
