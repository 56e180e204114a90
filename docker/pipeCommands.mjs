import { spawn } from 'node:child_process';

/**
 * Runs `from | into` without a shell between them, and resolves to both exit codes. What `into` prints is dropped.
 *
 * @param {[string, string[]]} from a command and its arguments
 * @param {[string, string[]]} into
 * @returns {Promise<(number | null)[]>} null where a signal ended the command; rejects where one can't be started
 */
export function pipeCommands([command, args], [reader, readerArgs]) {
  const writing = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const reading = spawn(reader, readerArgs, { stdio: [writing.stdout, 'ignore', 'inherit'] });
  // This process's own end of the pipe: while it is open, the writer is never told that its reader has ended.
  writing.stdout.destroy();
  const ended = (child) =>
    new Promise((resolve, reject) => {
      child.on('error', reject);
      // Not `close`, which waits for the pipe to be read here.
      child.on('exit', resolve);
    });
  return Promise.all([ended(writing), ended(reading)]);
}
