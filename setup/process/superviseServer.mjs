import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from '../root.mjs';
import { samePressMs } from './samePress.mjs';
import { serverEnvironment } from './serverEnvironment.mjs';
import { signalGroup } from './signalGroup.mjs';

/**
 * Runs the server until it ends and returns its exit code. The server is in a process group of its own, so that only
 * this process hears the terminal: the first Ctrl-C (or SIGTERM, or a closed terminal) lets it drain, a second Ctrl-C
 * kills it. Its IPC channel closes should this process be killed, so that it can drain then too.
 */
export function superviseServer(file, args, env, say = console.log) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...serverEnvironment,
        ...env,
        PATH: `${join(root, 'node_modules/.bin')}${delimiter}${env.PATH ?? ''}`,
      },
    });
    let stoppedAt = null;
    const stop = (signal) => {
      const now = performance.now();
      if (stoppedAt === null) {
        stoppedAt = now;
        if (signal === 'SIGINT') say('Stopping; ending sessions. Press Ctrl-C again to stop immediately.');
        child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
      } else if (signal === 'SIGINT' && now - stoppedAt > samePressMs) {
        signalGroup(child, 'SIGKILL');
      }
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);
    const finish = (code) => {
      for (const signal of signals) process.off(signal, stop);
      resolve(code);
    };
    child.once('error', (error) => {
      say(`The server did not start: ${error.message}`);
      finish(1);
    });
    child.once('exit', (code, signal) => finish(exitCode(code, signal)));
  });
}

function exitCode(code, signal) {
  if (code !== null) return code;
  return signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1;
}
