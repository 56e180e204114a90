import type { ProjectFiles, RunRequest } from '../../protocol/project.ts';
import type { BuildPort, RunModeSteps, SqlPort } from './runPorts.ts';

/** The mode `run`: builds and installs, then makes or renews the extension and runs the script. */
export function runSteps(build: BuildPort, sql: SqlPort): RunModeSteps {
  return async ({ context, request, database, built }) => {
    // Dialled while the build runs.
    await using run = sql.open(context, database);
    const end = await build.build(context, lockedFiles(request));
    built();
    if (end.kind !== 'installed') return { end, step: 'build' };
    const { sql: script, update } = request;
    return { end: await run.execute(end.installed, script, { update }), step: 'sql' };
  };
}

/** The project with the lock file that the request has for it. One of its own stands. */
function lockedFiles({ files, lock }: RunRequest): ProjectFiles {
  return lock === undefined || 'Cargo.lock' in files ? files : { ...files, 'Cargo.lock': lock };
}
