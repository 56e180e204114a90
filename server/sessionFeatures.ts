import type { OpenFeature } from './sessions/feature.ts';
import { terminalFeature } from './sessions/terminalFeature.ts';
import { psqlProgram, shellProgram } from './sessions/terminalPrograms.ts';

/** What each session has beside its runs. */
export const sessionFeatures: readonly OpenFeature[] = [
  terminalFeature('psql', psqlProgram),
  terminalFeature('shell', shellProgram),
];
