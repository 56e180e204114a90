import { expect, test, vi } from 'vitest';
import { notSplit } from './scriptSplitting.ts';

test.each([
  ['time', 'took too long', 'Try a shorter script'],
  ['busy', 'into statements failed', 'Run again in a moment'],
])(
  'a script that was not split ends the run with a limit, and words on what to do: %s',
  (kind, why, then) => {
    const emit = vi.fn();
    expect(notSplit({ kind, message: 'It is so.' }, emit)).toEqual({ kind: 'limited', what: 'time' });
    const message = expect.stringMatching(new RegExp(`${why}.* It is so\\. ${then}`));
    expect(emit).toHaveBeenCalledExactlyOnceWith({ type: 'limit', what: 'time', message });
  },
);
