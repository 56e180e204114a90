import { expect, test } from 'vitest';
import type { SandboxUsage } from '../../ports/sandboxPort.ts';
import { buildLimitMet } from './buildLimitMet.ts';

const usage = (counts: Partial<SandboxUsage>): SandboxUsage => ({
  memoryBytes: 1,
  memoryLimitBytes: 1024 ** 3,
  memoryLimitHits: 0,
  processes: 4,
  processLimit: 256,
  processLimitHits: 0,
  ...counts,
});
const unused = { before: usage({}), after: usage({}) };

test('a refused process is the limit’s doing once the container has met it, even before `before` was read', () => {
  const full = usage({ processes: 255, processLimitHits: 58 });
  const said = 'sh: 4: Cannot fork\n';
  expect(buildLimitMet({ said, code: 2, before: full, after: full })).toMatchObject({ what: 'processes' });
  expect(buildLimitMet({ said, code: 2, ...unused })).toBeNull();
});

test('a killed compiler met the memory limit if the limit was hit since', () => {
  const once = usage({ memoryLimitHits: 1 });
  expect(buildLimitMet({ said: '', code: 137, before: usage({}), after: once })).toMatchObject({
    what: 'memory',
    message: 'The compiler exceeded the session’s memory limit, 1024 MiB, and was killed.',
  });
  expect(buildLimitMet({ said: '', code: 137, before: once, after: once })).toBeNull();
  expect(buildLimitMet({ said: '', code: 1, before: usage({}), after: once })).toBeNull();
});

test('a full disk is told by the compiler’s words', () => {
  expect(
    buildLimitMet({ said: 'error: No space left on device (os error 28)', code: 101, ...unused }),
  ).toMatchObject({
    what: 'disk',
  });
});
