import { limits } from '../../protocol/limits.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { BuildPort, RunModeSteps } from '../ports/runPorts.ts';
import type { ScratchPort } from '../ports/testPorts.ts';

/**
 * The mode `regress`: builds the project and gives its files of `tests/pg_regress/sql` to the server's own pg_regress, in
 * a database that is made anew, so that `setup` comes first.
 */
export function regressSteps(build: BuildPort, sql: ScratchPort): RunModeSteps {
  return async ({ context, request, database, releaseBuildSlot }) => {
    const { emit } = context;
    const end = await build.build(context, request.files);
    releaseBuildSlot();
    if (end.kind !== 'installed') return { end, step: 'build' };
    const names = regressFiles(request.files).filter(
      (name) => name === 'setup' || !request.only || request.only.includes(name),
    );
    if (names.length === 0) return { end: { kind: 'failed', message: none }, step: 'checks' };
    await using scratch = sql.scratch(context, database, `${end.installed.name.slice(0, 50)}_regress`);
    const prepared = await scratch.prepare(end.installed, { extension: false });
    if (prepared.kind !== 'ok') return { end: prepared, step: 'sql' };
    const ran = await scratch.regress(names);
    if (ran.kind !== 'ok') return { end: ran, step: 'sql' };
    let failed = 0;
    for (const { name, ok, ms, output, truncated } of ran.verdicts) {
      const isNew = !(`tests/pg_regress/expected/${name}.out` in request.files);
      if (!ok || isNew) failed++;
      const outcome = isNew ? 'new' : ok ? 'passed' : 'failed';
      emit({ type: 'regressResult', name, outcome, ms, output, truncated });
    }
    if (failed === 0) return { end: { kind: 'ok' }, step: 'checks' };
    const message = `${failed} of ${names.length} regression tests failed.`;
    return { end: { kind: 'failed', message }, step: 'checks' };
  };
}

const none = 'No regression tests found. Add one as tests/pg_regress/sql/NAME.sql.';

/** The names of the files in the order of `cargo pgrx regress`. */
function regressFiles(files: ProjectFiles): string[] {
  const names = Object.keys(files).flatMap(
    (path) => /^tests\/pg_regress\/sql\/([\w.-]{1,100})\.sql$/.exec(path)?.[1] ?? [],
  );
  const others = names.filter((name) => name !== 'setup').toSorted();
  return [...names.filter((name) => name === 'setup'), ...others].slice(0, limits.tests);
}
