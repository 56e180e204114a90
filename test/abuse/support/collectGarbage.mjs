// Preloaded into the server: on `SIGWINCH` each of its threads collects its garbage, so that what is weighed then is what is
// kept. V8 keeps the space of a load for minutes, which says nothing of a leak.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const channel = new BroadcastChannel('collect garbage');
channel.onmessage = () => gc({ type: 'major' });
channel.unref();

if (isMainThread)
  process.on('SIGWINCH', () => {
    channel.postMessage(null);
    gc({ type: 'major' });
  });
