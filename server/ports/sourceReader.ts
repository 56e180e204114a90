import type { Result } from '../../protocol/result.ts';

/** Why a file of a listed source is not given. `unlisted`: the operator has not allowed it; `refused`: it is no such text. */
export interface SourceFailure {
  kind: 'unlisted' | 'missing' | 'refused' | 'unreachable';
  message: string;
}

/** Reads a file of a listed source, by its name and path. */
export type ReadSource = (file: string) => Promise<Result<{ address: string; text: string }, SourceFailure>>;
