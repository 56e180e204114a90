import { describe, expect, it, vi } from 'vitest';
import { noteOpenResources } from '../support/openResources.ts';
import { subject } from '../support/subject.ts';
import { execQuestions } from './execQuestions.ts';
import { contractFake } from './fakePrograms.ts';
import { lifecycleQuestions } from './lifecycleQuestions.ts';

const open = (suite: string) => subject(contractFake(), suite);
const opened = noteOpenResources();

describe('the sandbox port in memory', () => {
  describe('lifecycle', () => lifecycleQuestions(open));
  describe('exec', () => execQuestions(open));

  it('tells of a sandbox that a test ends, and its execs are lost', async () => {
    const fake = contractFake();
    await using one = subject(fake, 'lose');
    const sandbox = await one.start();
    const gone = vi.fn();
    one.port.onGone(sandbox, gone);
    const exec = await one.port.exec(sandbox, ['sleep', '1']);
    fake.lose(sandbox);
    expect(gone).toHaveBeenCalledOnce();
    expect(exec.ok && (await exec.value.exit).kind).toBe('lost');
  });

  it('leaves no timer and no socket', async () => {
    expect(await opened()).toEqual([]);
  });
});
