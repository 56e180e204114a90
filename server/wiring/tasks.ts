import type { packProject } from '../../archive/packProject.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import type { rustTests } from '../../protocol/rust/rustTests.ts';
import type { splitScript } from '../sql/split/splitScript.ts';
import type { TaskRules } from '../work/taskRules.ts';
import { WorkPool } from '../work/WorkPool.ts';

/** What is done on threads of its own, since it can take more than some milliseconds. `taskWorker.ts` has the functions. */
export interface Tasks {
  splitScript: typeof splitScript;
  rustTests: typeof rustTests;
  packProject: (given: Parameters<typeof packProject>) => ReturnType<typeof packProject>;
}

const KiB = 1024;

/** Times are several times what the costliest input takes on a busy machine. */
const rules: TaskRules<Tasks> = {
  // 64 KiB of numbers with commas take 1.4 s where two cores have seven things to do; 4 KiB take at most 30 ms.
  splitScript: { timeoutMs: 3_000, isSmall: (script) => script.length <= 4 * KiB },
  // 256 KiB of two letters take 0.2 s.
  packProject: {
    timeoutMs: 3_000,
    isSmall: ([{ files }]) => lengthOf(files) <= 64 * KiB,
  },
  // 256 KiB of `fn a;` take 0.2 s.
  rustTests: { timeoutMs: 3_000, isSmall: (files) => lengthOf(files) <= 32 * KiB },
};

function lengthOf(files: ProjectFiles): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}

/** The threads of this server; dispose it when the server ends. */
export function openTasks(): WorkPool<Tasks> {
  return new WorkPool<Tasks>({ module: new URL('./taskWorker.ts', import.meta.url), rules });
}
