import { systemClock } from './base/clock.ts';
import { type LanguageOptions, languageFeature } from './language/languageFeature.ts';
import { objectsFeature } from './objectsFeature.ts';
import { connectionsFeature } from './sessions/connectionsFeature.ts';
import type { OpenFeature } from './sessions/feature.ts';
import { packageFeature } from './sessions/packageFeature.ts';
import type { SqlPort } from './sessions/runPorts.ts';
import { serverLogFeature } from './sessions/serverLogFeature.ts';
import { terminalFeature } from './sessions/terminalFeature.ts';
import { psqlProgram, shellProgram } from './sessions/terminalPrograms.ts';
import { settingsFeature } from './settingsFeature.ts';

/** What each session has beside its runs. */
export function sessionFeatures(sql: SqlPort, language: LanguageOptions): readonly OpenFeature[] {
  return [
    terminalFeature('psql', psqlProgram, systemClock),
    terminalFeature('shell', shellProgram, systemClock),
    connectionsFeature(sql, systemClock),
    objectsFeature,
    serverLogFeature(systemClock),
    settingsFeature,
    languageFeature(language),
    packageFeature,
  ];
}
