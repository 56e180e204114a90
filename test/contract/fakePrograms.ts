import { once } from 'node:events';
import { FakeSandbox } from '../support/fakes/FakeSandbox.ts';
import type { FakeProcess, FakeProgram } from '../support/fakes/fakeProcess.ts';

/** The commands that the contract's questions use, as shell scripts, and how the fake plays each. */
const scripts: Record<string, FakeProgram> = {
  'exit 3': () => 3,
  'echo out; echo err >&2': (process) => {
    process.stdout.write('out\n');
    process.stderr.write('err\n');
    return 0;
  },
  'echo "$GREETING"; pwd': (process) => {
    process.stdout.write(`${process.env.GREETING}\n${process.cwd}\n`);
    return 0;
  },
  'echo bye': (process) => {
    process.stdout.write('bye\n');
    return 0;
  },
  'stty size; read line; stty size': async (process) => {
    const size = () => process.stdout.write(`${process.tty?.rows} ${process.tty?.columns}\r\n`);
    size();
    process.stdin.once('data', size);
    await once(process.stdin, 'data');
    return 0;
  },
};

/** A fake sandbox with what the contract's questions need: `cat`, `true`, `sleep`, `yes` and the scripts above. */
export function contractFake(): FakeSandbox {
  return new FakeSandbox()
    .on('true', () => 0)
    .on('cat', copyInput)
    .on('sleep', untilEnded)
    .on('yes', async (process) => {
      while (!process.ended.aborted) await write(process, Buffer.alloc(8192, 'y\n'));
      return 1;
    })
    .on('/bin/sh', (process) => scripts[process.argv[2] ?? '']?.(process) ?? 127);
}

async function copyInput(process: FakeProcess): Promise<number> {
  for await (const piece of process.stdin) await write(process, piece);
  return 0;
}

async function untilEnded(process: FakeProcess): Promise<number> {
  await once(process.ended, 'abort');
  return 0;
}

async function write(process: FakeProcess, piece: Buffer): Promise<void> {
  if (!process.stdout.write(piece)) await once(process.stdout, 'drain', { signal: process.ended });
}
