import { describe, expect, it } from 'vitest';
import { mayStartAgain, statusOf } from './languageState.ts';

const told = (fields: object) => ({ type: 'language.state', state: 'off', ...fields }) as const;

describe('a language server', () => {
  it('that has died is started again once by itself', () => {
    expect(mayStartAgain('died', null, 5_000)).toBe(true);
    expect(mayStartAgain('memory', null, 5_000)).toBe(true);
    expect(mayStartAgain('died', 4_000, 5_000)).toBe(false);
    expect(mayStartAgain('died', 0, 11 * 60_000)).toBe(true);
  });

  it.each(['stopped', 'noneFree', 'failed'] as const)('that is off because it %s is not', (reason) => {
    expect(mayStartAgain(reason, null, 5_000)).toBe(false);
  });

  it('is shown with the reason why there is none', () => {
    const message = 'All 4 language servers are in use.';
    expect(statusOf(told({ reason: 'noneFree', message }), false)).toEqual({ kind: 'ended', message });
    expect(statusOf(told({ reason: 'stopped' }), false)).toEqual({ kind: 'off' });
    expect(statusOf(told({ reason: 'died', message }), true)).toMatchObject({ kind: 'starting' });
  });
});
