// `node setup/withImages.mjs [--when=FLAG] SCRIPT ARGUMENTS…`: makes sure of the session images and the page, then runs a
// script of the project's that measures or tries something in them; with `--when` only where the script is given that flag
// are they needed. Images that PLAYGROUND_IMAGE names are taken as they are.
import { nodeBinary } from './packages/npmPackages.mjs';
import { prepare } from './prepare.mjs';
import { runCommand, stopOnSignal } from './process/runCommand.mjs';

const words = process.argv.slice(2);
const flag = words[0]?.startsWith('--when=') ? words.shift().slice('--when='.length) : null;
const needed = flag === null || words.includes(flag);
stopOnSignal();
const ready = await prepare(['packages', ...(needed ? ['engine', 'images', 'page'] : [])]);
if (ready === null) process.exit(1);
const env = { ...process.env, ...(needed ? { PLAYGROUND_IMAGE: ready.images.images } : {}) };
const { code } = await runCommand(nodeBinary, words, { env, inherit: true });
process.exit(code);
