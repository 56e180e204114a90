import { expect, it } from 'vitest';
import { aptInstall } from './aptInstall.mjs';

function aptThatAnswers(...installs: { code: number; output: string }[]) {
  const commands: string[] = [];
  const run = async (file: string, args: string[]) => {
    commands.push([file, ...args.filter((arg) => !arg.startsWith('-') && !arg.startsWith('DPkg'))].join(' '));
    return args.includes('install') ? (installs.shift() ?? { code: 0, output: '' }) : { code: 0, output: '' };
  };
  return { commands, run };
}

it('reads the lists, then installs', async () => {
  const { commands, run } = aptThatAnswers({ code: 0, output: '' });
  expect(await aptInstall(['chromium'], () => {}, run)).toEqual({ ok: true });
  expect(commands).toEqual(['apt-get update', 'apt-get install chromium']);
});

it('mends an install that was cut off, and tries once more', async () => {
  const { commands, run } = aptThatAnswers(
    { code: 100, output: 'E: dpkg was interrupted' },
    { code: 0, output: '' },
  );
  expect(await aptInstall(['chromium'], () => {}, run)).toEqual({ ok: true });
  expect(commands.slice(2)).toEqual(['dpkg', 'apt-get update', 'apt-get install chromium']);
});

it('gives the reason of the second failure', async () => {
  const failed = { code: 100, output: 'Reading lists\nE: Unable to locate package\nbye' };
  const { run } = aptThatAnswers(failed, failed);
  expect(await aptInstall(['x'], () => {}, run)).toEqual({
    ok: false,
    reason: 'E: Unable to locate package',
  });
});
