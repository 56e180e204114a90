import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../config/config.ts';
import { storePlace } from '../config/storePlace.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { block, unblock } from './block.ts';
import type { Command } from './command.ts';
import { backingUp, exporting, importing } from './files.ts';

/** All that `npm run links` can do. */
const commands: readonly Command[] = [block, unblock, exporting, importing, backingUp];

/** `npm run links -- COMMAND …`: what an operator can do with the shared links, also while the server runs. */
const [name = '', ...words] = process.argv.slice(2);
const command = commands.find((one) => one.name === name);
const config = readConfig(process.env);
if (!command || !config.ok) {
  const usage = commands.map(
    ({ name, takes, does }) => `  npm run links -- ${`${name} ${takes}`.padEnd(24)} ${does}`,
  );
  process.stderr.write(`${config.ok ? usage.join('\n') : config.error.join('\n')}\n`);
  process.exit(2);
}
const place = storePlace(config.value, resolve(join(import.meta.dirname, '../..')));
if (place.kind === 'sqlite' && !command.makesStore && !existsSync(place.file)) {
  process.stderr.write(`There is no link store at ${place.file}. Set PLAYGROUND_STORE as for the server.\n`);
  process.exit(1);
}
const database = await openDatabase(place);
if (!database.ok) {
  process.stderr.write(`${database.error.message}\n`);
  process.exit(1);
}
try {
  const done = await command.perform(database.value, words, place);
  (done.ok ? process.stdout : process.stderr).write(`${done.ok ? done.value : done.error}\n`);
  process.exitCode = done.ok ? 0 : 1;
} finally {
  await database.value.destroy();
}
