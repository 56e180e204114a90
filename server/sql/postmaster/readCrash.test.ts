import { expect, test } from 'vitest';
import { crashText } from './crashText.ts';
import { explainLoss } from './explainLoss.ts';
import { deathInLog } from './readCrash.ts';

const log = `LOG:  server process (PID 41) was terminated by signal 11: Segmentation fault
DETAIL:  Failed process was running: select segv()
LOG:  server process (PID 42) exited with exit code 3
LOG:  background worker "parallel worker" (PID 43) was terminated by signal 6: Aborted
`;

test('a backend’s death is read from the line with its process id', () => {
  expect(deathInLog(log, 41, false)).toEqual({ signal: 11 });
  expect(deathInLog(log, 42, false)).toEqual({ exitCode: 3 });
});

test.each([
  ['thread caused non-unwinding panic. aborting.', 'null or misaligned pointer'],
  ['memory allocation of 4096 bytes failed', 'An allocation of 4096 bytes failed'],
  [
    'fatal runtime error: Rust cannot catch foreign exceptions, aborting',
    'Rust cannot catch foreign exceptions.',
  ],
  ['PANIC:  meltdown\nCONTEXT:  somewhere', 'It raised a PANIC: meltdown'],
])('an abort has the cause that the log gives before it: %s', (line, words) => {
  const end = 'LOG:  server process (PID 44) was terminated by signal 6: Aborted';
  const death = deathInLog(`${log}${line}\n${end}`, 44, false);
  expect(death).toEqual({ signal: 6, cause: expect.stringContaining(words) });
  expect(crashText(death, { ms: 0, restarted: false }).message).toContain(words);
  expect(deathInLog(`${line}\n${log}${end}`, 44, false)).toEqual({ signal: 6 });
});

test('another process’s death counts only where Postgres said that there was one', () => {
  expect(deathInLog(log, 50, false)).toBeNull();
  expect(deathInLog(log, 50, true)).toEqual({ signal: 6 });
  expect(deathInLog('', 50, true)).toBeNull();
});

test('a crash is told with the signal’s name', () => {
  expect(crashText({ signal: 11 }, { ms: 420, restarted: false })).toMatchObject({ signal: 'SIGSEGV' });
  expect(crashText({ signal: 11 }, { ms: 420, restarted: false }).message).toContain('(SIGSEGV)');
  expect(crashText({ signal: 11 }, { ms: 420, restarted: false }).message).toContain('0.4 s');
  expect(crashText({ signal: 99 }, { ms: 0, restarted: false }).signal).toBe('signal 99');
  expect(crashText({ exitCode: 3 }, { ms: 0, restarted: false })).toMatchObject({ signal: null });
});

test('that the whole server had ended is told, and not what its log says of a backend', () => {
  expect(crashText({ signal: 9 }, { ms: 1_840, restarted: true })).toEqual({
    signal: null,
    message: expect.stringMatching(/^The whole Postgres server ended.*started again after 1\.8 s/),
  });
});

test('only a Postgres that answers again is said to be back', () => {
  expect(crashText(null, { ms: 420, restarted: false }).message).toContain('Postgres was back');
  for (const death of [null, { signal: 9 }, { exitCode: 3 }])
    expect(crashText(death, 'silent').message).toContain('Postgres didn’t restart');
  expect(crashText({ signal: 9 }, 'gone')).toEqual({
    signal: null,
    message: expect.stringMatching(/^Everything in the session’s container was killed.* new container\.$/),
  });
});

const usage = (memoryLimitHits: number) => ({
  memoryBytes: 1,
  memoryLimitBytes: 512 * 1024 * 1024,
  memoryLimitHits,
  processes: 1,
  processLimit: 1,
  processLimitHits: 0,
});

test('a kill is a want of memory only where the kernel counted one', () => {
  const loss = { index: 0, before: usage(1), recovery: { ms: 0, restarted: false } };
  expect(explainLoss({ ...loss, death: { signal: 9 }, after: usage(2) })).toMatchObject({ what: 'memory' });
  expect(explainLoss({ ...loss, death: { signal: 9 }, after: usage(1) })).toMatchObject({ type: 'crash' });
  expect(explainLoss({ ...loss, death: { signal: 11 }, after: usage(2) })).toMatchObject({ type: 'crash' });
  expect(explainLoss({ ...loss, death: null, after: usage(2) })).toMatchObject({ what: 'memory' });
});
