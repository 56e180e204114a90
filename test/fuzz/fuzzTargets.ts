import type { FuzzTarget } from './FuzzTarget.ts';
import { archiveTargets } from './targets/archiveTargets.ts';
import { compilerTargets } from './targets/compilerTargets.ts';
import { lessonTargets } from './targets/lessonTargets.ts';
import { pageTargets } from './targets/pageTargets.ts';
import { rustTargets } from './targets/rustTargets.ts';
import { sqlTargets } from './targets/sqlTargets.ts';
import { streamTargets } from './targets/streamTargets.ts';
import { tomlTargets } from './targets/tomlTargets.ts';
import { wireTargets } from './targets/wireTargets.ts';

/** Everything of ours that reads what a stranger has written. */
export const fuzzTargets: readonly FuzzTarget[] = [
  ...wireTargets,
  ...streamTargets,
  ...rustTargets,
  ...tomlTargets,
  ...compilerTargets,
  ...sqlTargets,
  ...lessonTargets,
  ...archiveTargets,
  ...pageTargets,
];
