import type { BuildPort, RunModes, SqlPort } from './sessions/runPorts.ts';
import { runSteps } from './sessions/runSteps.ts';

/** What this server can do with a project, by the mode of a run. */
export function runModes(build: BuildPort, sql: SqlPort): RunModes {
  return { run: runSteps(build, sql) };
}
