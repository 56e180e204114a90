import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pipeCommands } from '../../docker/pipeCommands.mjs';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipe-commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

const sh = (script: string): [string, string[]] => ['sh', ['-c', script, 'sh', join(folder, 'out')]];

test('what one writes the other reads, to the last byte', async () => {
  const codes = await pipeCommands(['head', ['-c', '8000000', '/dev/zero']], sh('wc -c > "$1"'));
  expect(codes).toEqual([0, 0]);
  expect((await readFile(join(folder, 'out'), 'utf8')).trim()).toBe('8000000');
});

test('tells which of them failed', async () => {
  expect(await pipeCommands(sh('exit 3'), sh('cat > /dev/null'))).toEqual([3, 0]);
  expect(await pipeCommands(sh('true'), sh('exit 4'))).toEqual([0, 4]);
});

test('a writer whose reader has ended ends as well', async () => {
  const [writer, reader] = await pipeCommands(['yes', []], ['true', []]);
  expect(reader).toBe(0);
  expect(writer).not.toBe(0);
});

test('rejects where there is no such command', async () => {
  await expect(pipeCommands(['no-such-command', []], ['cat', []])).rejects.toThrow('ENOENT');
});
