// Preloaded into the server: on `SIGWINCH` each of its threads collects its garbage, so that what is weighed then is what is
// kept. V8 holds on to the pages of a load, a hundred MB in five threads, until a collection that is to reduce its memory:
// `last-resort` is one.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const channel = new BroadcastChannel('collect garbage');
channel.onmessage = () => gc({ type: 'major', flavor: 'last-resort' });
channel.unref();

if (isMainThread)
  process.on('SIGWINCH', () => {
    channel.postMessage(null);
    gc({ type: 'major', flavor: 'last-resort' });
  });
