// `npm start`: makes sure of all that the playground needs, then runs it. `--dev` has Next.js build the page as it changes.

import { nodeBinary } from './npmPackages.mjs';
import { prepare } from './prepare.mjs';
import { stopOnSignal } from './runCommand.mjs';
import { superviseServer } from './superviseServer.mjs';

const dev = process.argv.includes('--dev');
const wanted = ['packages', 'engine', 'image', ...(dev ? [] : ['page'])];

const stopListening = stopOnSignal();
const ready = await prepare(wanted);
stopListening();
if (ready === null) process.exit(1);

const env = {
  ...process.env,
  PLAYGROUND_IMAGE: ready.image.tag,
  NODE_ENV: dev ? 'development' : 'production',
  ...(dev ? { PLAYGROUND_DEV: '1' } : {}),
};
process.exit(await superviseServer(nodeBinary, ['server/main.ts'], env));
