import { parentPort } from 'node:worker_threads';
import { packProject } from '../../archive/packProject.ts';
import { rustTests } from '../../protocol/rust/rustTests.ts';
import { splitScript } from '../sql/split/splitScript.ts';
import { isParserSpent } from '../sql/split/sqlParser.ts';
import { serveTasks } from '../work/serveTasks.ts';
import type { Tasks } from './tasks.ts';

const tasks: Tasks = {
  splitScript,
  rustTests,
  packProject: ([project, format]) => packProject(project, format),
};

if (parentPort) serveTasks(parentPort, tasks, isParserSpent);
