import { takeLibrary } from '../build/steps/takeLibrary.ts';
import type { BuildPort, RunModeSteps, SqlPort } from '../ports/runPorts.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import { loadLibrary } from '../sql/extension/loadLibrary.ts';

/** The mode `loadElsewhere`: builds a library in the first of its two containers, and loads it in the second. */
export function loadElsewhere(build: BuildPort, sql: SqlPort, port: SandboxPort): RunModeSteps {
  return (work) =>
    work.transferred ? loadLibrary(sql, port, work, work.transferred) : takeLibrary(build, port, work);
}
