import { parentPort } from 'node:worker_threads';
import { splitScript } from './splitScript.ts';

parentPort?.on('message', ({ id, script }: { id: number; script: string }) => {
  parentPort?.postMessage({ id, parts: splitScript(script) });
});
