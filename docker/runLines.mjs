import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const TAIL_LINES = 30;

/**
 * Runs a command to its end and hands over each line that it prints, on either stream.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ onLine?: (line: string) => void, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, tail: string[] }>} the exit code (127: no such command) and the last 30 lines
 */
export async function runLines(command, args, { onLine = () => {}, env = process.env } = {}) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const tail = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (raw) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
      const line = raw.replace(/\x1b\[[0-9;]*m/g, '').trimEnd();
      if (line === '') return;
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
      onLine(line);
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, tail: [error.message] }));
    child.on('close', (code) => resolve({ code: code ?? 1, tail }));
  });
}
