import { describe, expect, it } from 'vitest';
import { noteOpenResources } from '../support/openResources.ts';
import { dockerSubject, testImages, testToolchains } from '../support/subject.ts';
import { execQuestions } from './execQuestions.ts';
import { lifecycleQuestions } from './lifecycleQuestions.ts';

const opened = noteOpenResources();

describe('the sandbox port on Docker', () => {
  describe('lifecycle', () => lifecycleQuestions(dockerSubject));
  describe('exec', () => execQuestions(dockerSubject));

  it('names the runtime that the Engine does not have', async () => {
    await using subject = dockerSubject('runtime', { runtime: 'no-such-runtime' });
    const created = await subject.port.create({ postgres: 17, labels: subject.labels });
    expect(created).toMatchObject({
      ok: false,
      error: { kind: 'engine', message: expect.stringContaining('no-such-runtime') },
    });
    expect(await subject.port.list(subject.labels)).toEqual({ ok: true, value: [] });
  });

  it('tells which toolchains have no image yet', async () => {
    const images = { ...testImages, '17/0.1.0': 'pgrx-playground:is-not-there' };
    await using subject = dockerSubject('absent', { images });
    const capacity = await subject.port.capacity();
    expect(capacity).toMatchObject({
      ok: true,
      value: { toolchains: testToolchains, absent: [{ postgres: 17, pgrx: '0.1.0' }] },
    });
  });

  it('leaves no timer and no socket', async () => {
    expect(await opened()).toEqual([]);
  });
});
