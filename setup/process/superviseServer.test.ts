import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';

const supervisor = new URL('superviseServer.mjs', import.meta.url).href;

/** A supervisor in a process of its own, over a server that counts its signals and drains only if it is told to. */
function supervised(drains: boolean) {
  const server = `let n = 0;
    process.on('SIGINT', () => { n += 1; console.log('SIGINT ' + n); ${drains ? 'setTimeout(() => process.exit(0), 300);' : ''} });
    process.on('disconnect', () => { console.log('orphaned'); process.exit(0); });
    console.log('ready'); setInterval(() => {}, 1000);`;
  const main = `const { superviseServer } = await import(${JSON.stringify(supervisor)});
    process.exit(await superviseServer(process.execPath, ['-e', ${JSON.stringify(server)}], process.env));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', main], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const says = async (text: string) => {
    while (!output.includes(text)) await sleep(10);
  };
  return { child, says, exit: once(child, 'exit'), output: () => output };
}

it('lets the server drain on Ctrl-C, and takes the echo that npm sends for the same press', async () => {
  const { child, says, exit, output } = supervised(true);
  await says('ready');
  child.kill('SIGINT');
  child.kill('SIGINT');
  await says('SIGINT 1');
  child.kill('SIGINT');
  expect(await exit).toEqual([0, null]);
  expect(output()).not.toContain('SIGINT 2');
});

it('kills the server on a second Ctrl-C', async () => {
  const { child, says, exit } = supervised(false);
  await says('ready');
  child.kill('SIGINT');
  await says('SIGINT 1');
  await sleep(600);
  child.kill('SIGINT');
  expect(await exit).toEqual([1, null]);
});

it('lets the server know when it is killed itself', async () => {
  const { child, says, exit } = supervised(true);
  await says('ready');
  child.kill('SIGKILL');
  await exit;
  await says('orphaned');
});
