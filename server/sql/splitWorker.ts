import { parentPort } from 'node:worker_threads';
import { splitScript } from './splitScript.ts';

parentPort?.on('message', ({ id, script }: { id: number; script: string }) => {
  parentPort?.postMessage({ id, parts: splitScript(script) });
});
// The grammar is loaded now: from here on the time is the script's own.
parentPort?.postMessage('ready');
