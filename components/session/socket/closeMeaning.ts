import { closeCodes } from '../../../protocol/version.ts';

/** What to do when the socket has closed: never try again, or wait at least so many milliseconds (SPEC.md, C6). */
export type CloseMeaning =
  | { retry: false; state: 'broken' | 'tooOld' | 'replaced' }
  | { retry: true; state: 'reconnecting' | 'draining'; atLeastMs: number };

export function closeMeaning(code: number): CloseMeaning {
  switch (code) {
    case closeCodes.badMessage:
      return { retry: false, state: 'broken' };
    case closeCodes.badVersion:
      return { retry: false, state: 'tooOld' };
    case closeCodes.replaced:
      return { retry: false, state: 'replaced' };
    case closeCodes.draining:
      return { retry: true, state: 'draining', atLeastMs: 2_000 };
    case closeCodes.tooMany:
      return { retry: true, state: 'reconnecting', atLeastMs: 5_000 };
    default:
      return { retry: true, state: 'reconnecting', atLeastMs: 0 };
  }
}
