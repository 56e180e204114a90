import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../root.mjs';
import { samePressMs } from './samePress.mjs';
import { signalGroup } from './signalGroup.mjs';

/** What is kept of a command's output, in characters: enough for the end of a long log, which has the reason. */
const keptOutput = 20_000;

const running = new Set();
let stopping = false;

/**
 * Runs a program to its end, in the project's folder. Returns `{ code, output }`, where `output` is the end of stdout
 * and stderr together; a program that can't be started has the code 127. `say` hears the output as it comes.
 * @param {string} file
 * @param {string[]} args
 * @param {{ say?: (text: string) => void, env?: NodeJS.ProcessEnv, cwd?: string, inherit?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(
  file,
  args,
  { say = () => {}, env = process.env, cwd = root, inherit = false } = {},
) {
  return new Promise((resolve) => {
    if (stopping) return;
    const stdio = inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = spawn(file, args, { cwd, env, stdio, detached: true });
    if (child.pid !== undefined) running.add(child);
    let output = '';
    const hear = (chunk) => {
      output = (output + chunk).slice(-keptOutput);
      say(chunk);
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.once('error', (error) => {
      running.delete(child);
      resolve({ code: 127, output: error.message });
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      // Nobody is to go on after an interrupted command: the exit is near.
      if (stopping) return;
      resolve({ code: code ?? 1, output: signal ? `${output}\nterminated by ${signal}` : output });
    });
  });
}

/** What a command may take to clear up behind itself, such as a server that ends its containers; in milliseconds. */
const patienceMs = 30_000;

/**
 * On Ctrl-C or SIGTERM: interrupts the commands that run, once, as a terminal would, waits for their end, and ends this
 * process; at a second Ctrl-C it kills them. Each command is in a process group of its own, so that nothing reaches it
 * twice. Returns how to stop listening.
 */
export function stopOnSignal() {
  let stoppedAt = null;
  const stop = (signal) => {
    const now = performance.now();
    const again = stoppedAt !== null;
    if (again && now - stoppedAt < samePressMs) return;
    stoppedAt ??= now;
    stopping = true;
    const exit = () => process.exit(signal === 'SIGINT' ? 130 : 143);
    const kill = () => {
      for (const child of running) signalGroup(child, 'SIGKILL');
      exit();
    };
    if (again) return kill();
    setTimeout(kill, patienceMs);
    const ends = [...running].map((child) => once(child, 'close'));
    for (const child of running) signalGroup(child, 'SIGINT');
    void Promise.all(ends).then(exit);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
