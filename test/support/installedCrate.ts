import type { Installed } from '../../server/ports/runPorts.ts';

/** What a build of the starter has installed anew, with no object in its SQL. */
export const installedCrate: Installed = {
  name: 'my_extension',
  version: '0.0.0',
  sql: '',
  sqlChanged: true,
  soChanged: true,
  controlChanged: false,
  preload: false,
  settings: null,
};
