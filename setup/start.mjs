// `npm start`: makes sure of all that the playground needs, then runs it. `--dev` has Next.js build the page as it changes.

import { buildOtherImages } from './image/otherImages.mjs';
import { nodeBinary } from './packages/npmPackages.mjs';
import { prepare } from './prepare.mjs';
import { stopOnSignal } from './process/runCommand.mjs';
import { superviseServer } from './process/superviseServer.mjs';

const dev = process.argv.includes('--dev');
const wanted = ['packages', 'engine', 'firstImage', ...(dev ? [] : ['page'])];

const stopListening = stopOnSignal();
const ready = await prepare(wanted);
stopListening();
if (ready === null) process.exit(1);

const env = {
  ...process.env,
  PLAYGROUND_IMAGE: ready.firstImage.images,
  NODE_ENV: dev ? 'development' : 'production',
  ...(dev ? { PLAYGROUND_DEV: '1' } : {}),
};
const stopBuilding = buildOtherImages();
const code = await superviseServer(nodeBinary, ['server/main.ts'], env);
stopBuilding();
process.exit(code);
