import type { BuildPort, RunModeSteps, SqlPort } from '../../ports/runPorts.ts';

/** The mode `run`: builds and installs, then makes or renews the extension and runs the script. */
export function runSteps(build: BuildPort, sql: SqlPort): RunModeSteps {
  return async ({ context, request, database, releaseBuildSlot }) => {
    // Dialled while the build runs.
    await using run = sql.open(context, database);
    const end = await build.build(context, request.files);
    releaseBuildSlot();
    if (end.kind !== 'installed') return { end, step: 'build' };
    const { sql: script, update } = request;
    return { end: await run.execute(end.installed, script, { update, mayBeFresh: true }), step: 'sql' };
  };
}
