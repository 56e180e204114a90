import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { runCommand } from './runCommand.mjs';

const runCommandUrl = new URL('runCommand.mjs', import.meta.url).href;

it('returns the code and the end of the output, and hears it as it comes', async () => {
  let heard = '';
  const script = "console.log('out'); console.error('x'.repeat(30_000) + 'end'); process.exitCode = 3";
  const say = (text: string) => (heard += text);
  const { code, output } = await runCommand(process.execPath, ['-e', script], { say });
  expect(code).toBe(3);
  expect(output).toHaveLength(20_000);
  expect(output.trim().endsWith('end')).toBe(true);
  expect(heard).toMatch(/^out|out$/m);
});

it('takes a program that is not there for one that failed', async () => {
  expect(await runCommand('no-such-program', [])).toMatchObject({ code: 127 });
});

/** A process that runs a command which counts its interrupts, and ends after the first if `yields`. */
function running(yields: boolean) {
  const command = `let n = 0; process.on('SIGINT', () => { n += 1; console.log('SIGINT ' + n);
    ${yields ? "setTimeout(() => { console.log('cleared up'); process.exit(0); }, 300);" : ''} });
    console.log('ready'); setInterval(() => {}, 1000);`;
  const main = `const { runCommand, stopOnSignal } = await import(${JSON.stringify(runCommandUrl)});
    stopOnSignal(); await runCommand(process.execPath, ['-e', ${JSON.stringify(command)}], { inherit: true }); console.log('went on');`;
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

it('interrupts a command once, and waits until it has cleared up', async () => {
  const { child, says, exit, output } = running(true);
  await says('ready');
  child.kill('SIGINT');
  child.kill('SIGINT');
  expect(await exit).toEqual([130, null]);
  expect(output()).toBe('ready\nSIGINT 1\ncleared up\n');
});

it('kills it at a second Ctrl-C', async () => {
  const { child, says, exit } = running(false);
  await says('ready');
  child.kill('SIGINT');
  await says('SIGINT 1');
  await sleep(600);
  child.kill('SIGINT');
  expect(await exit).toEqual([130, null]);
});
