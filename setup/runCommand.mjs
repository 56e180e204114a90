import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** What is kept of a command's output, in characters: enough for the end of a long log, which has the reason. */
const keptOutput = 20_000;

const running = new Set();

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
    const stdio = inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = spawn(file, args, { cwd, env, stdio });
    running.add(child);
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
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

/** On Ctrl-C or SIGTERM: ends the commands that run, and this process. Returns how to stop listening. */
export function stopOnSignal() {
  const stop = (signal) => {
    for (const child of running) child.kill('SIGTERM');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
