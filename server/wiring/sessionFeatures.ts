import { systemClock } from '../base/clock.ts';
import { objectsFeature } from '../features/asked/objectsFeature.ts';
import { settingsFeature } from '../features/asked/settingsFeature.ts';
import { connectionsFeature } from '../features/connections/connectionsFeature.ts';
import type { OpenFeature } from '../features/feature.ts';
import { packageFeature } from '../features/packageFeature.ts';
import { serverLogFeature } from '../features/serverLogFeature.ts';
import { terminalFeature } from '../features/terminal/terminalFeature.ts';
import { psqlProgram, shellProgram } from '../features/terminal/terminalPrograms.ts';
import { type LanguageOptions, languageFeature } from '../language/languageFeature.ts';
import type { SqlPort } from '../ports/runPorts.ts';

/** What each session has beside its runs. */
export function sessionFeatures(sql: SqlPort, language: LanguageOptions): readonly OpenFeature[] {
  return [
    terminalFeature({ psql: psqlProgram, shell: shellProgram }, systemClock),
    connectionsFeature(sql, systemClock),
    objectsFeature,
    serverLogFeature(systemClock),
    settingsFeature,
    languageFeature(language),
    packageFeature,
  ];
}
