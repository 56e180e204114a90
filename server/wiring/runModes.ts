import type { LessonSource } from '../../lessons/lessonSource.ts';
import { packageSteps } from '../build/steps/packageSteps.ts';
import { lessonCheckSteps } from '../lessons/lessonCheckSteps.ts';
import type { BuildPort, RunModes, SqlPort } from '../ports/runPorts.ts';
import type { SandboxPort } from '../ports/sandboxPort.ts';
import type { HarnessPort, ScratchPort } from '../ports/testPorts.ts';
import { resetSteps } from '../runs/modes/resetSteps.ts';
import { restartSteps } from '../runs/modes/restartSteps.ts';
import { runSteps } from '../runs/modes/runSteps.ts';
import { benchSteps } from '../testRunner/benchSteps.ts';
import { regressSteps } from '../testRunner/regressSteps.ts';
import { type FindTests, testSteps } from '../testRunner/testSteps.ts';
import { loadElsewhere } from './loadElsewhere.ts';

/** What this server can do with a project, by the mode of a run. */
export function runModes(
  build: BuildPort & HarnessPort,
  sql: SqlPort & ScratchPort,
  lessons: LessonSource,
  port: SandboxPort,
  checks: RunModes,
  findTests?: FindTests,
): RunModes {
  return {
    run: runSteps(build, sql),
    lessonCheck: lessonCheckSteps(build, sql, lessons.find),
    resetDatabase: resetSteps(sql),
    restartPostgres: restartSteps(sql),
    test: testSteps(build, sql, findTests),
    regress: regressSteps(build, sql),
    bench: benchSteps(build, sql),
    package: packageSteps(build, port),
    loadElsewhere: loadElsewhere(build, sql, port),
    ...checks,
  };
}
