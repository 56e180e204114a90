import { describe, expect, it } from 'vitest';
import { noteOpenResources } from '../support/openResources.ts';
import { dockerSubject } from '../support/subject.ts';
import { execQuestions } from './execQuestions.ts';
import { lifecycleQuestions } from './lifecycleQuestions.ts';

const opened = noteOpenResources();

describe('the sandbox port on Docker', () => {
  describe('lifecycle', () => lifecycleQuestions(dockerSubject));
  describe('exec', () => execQuestions(dockerSubject));

  it('leaves no timer and no socket', async () => {
    expect(await opened()).toEqual([]);
  });
});
